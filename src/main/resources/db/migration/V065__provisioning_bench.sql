-- 异常处置台: fallouts grouped by the kind of trouble, and sent again in runs that try one of each kind first. ESOP 6.11.2.

-- Two tellings of the same trouble differ in ids, times and counts: in words with a digit in them.
CREATE FUNCTION provisioning.message_pattern(message text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN left(
        btrim(regexp_replace(
            regexp_replace(coalesce(message, ''), '[A-Za-z0-9_.:/-]*[0-9][A-Za-z0-9_.:/-]*', '#', 'g'), '\s+', ' ', 'g')),
        200);

ALTER TABLE provisioning.fallout DROP COLUMN fingerprint;
ALTER TABLE provisioning.fallout ADD COLUMN fingerprint text NOT NULL GENERATED ALWAYS AS (
    system || ':' || step || ':' || error_class || ':' || left(md5(provisioning.message_pattern(message)), 8)) STORED;
COMMENT ON COLUMN provisioning.fallout.fingerprint IS 'same system, step, error class and words: the same kind of trouble';
CREATE INDEX fallout_fingerprint ON provisioning.fallout (fingerprint, state);
CREATE INDEX fallout_solved ON provisioning.fallout (system, step, error_class, resolved DESC) WHERE state = 'resolved';

CREATE SEQUENCE provisioning.resend_number;

CREATE TABLE provisioning.resend_run (
    id      text PRIMARY KEY,
    person  text NOT NULL,
    note    text,
    created timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE provisioning.resend_item (
    run         text NOT NULL REFERENCES provisioning.resend_run (id),
    fallout     text NOT NULL REFERENCES provisioning.fallout (id),
    city        text NOT NULL,
    fingerprint text NOT NULL,
    canary      boolean NOT NULL,
    state       text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'asked', 'fixed', 'failed-again', 'unknown', 'stopped', 'skipped')),
    accepted    boolean NOT NULL DEFAULT false,
    reason      text,
    message     text,
    tries       integer NOT NULL DEFAULT 0,
    look_at     timestamptz,
    asked       timestamptz,
    settled     timestamptz,
    PRIMARY KEY (run, fallout)
);
COMMENT ON COLUMN provisioning.resend_item.canary IS 'goes first of its fingerprint; the others wait for what really becomes of it';
COMMENT ON COLUMN provisioning.resend_item.accepted IS 'the system has taken it up, the result is still to come';
COMMENT ON COLUMN provisioning.resend_item.look_at IS 'when the worker must look at it; null: it waits for its canary, or is settled';
COMMENT ON COLUMN provisioning.resend_item.reason IS 'why it was skipped, or why the rest was stopped';
CREATE UNIQUE INDEX resend_item_open ON provisioning.resend_item (fallout) WHERE state IN ('waiting', 'asked');
CREATE INDEX resend_item_due ON provisioning.resend_item (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX resend_item_run ON provisioning.resend_item (run, fingerprint);
CREATE INDEX resend_item_fallout ON provisioning.resend_item (fallout, run DESC);
CREATE INDEX resend_run_created ON provisioning.resend_run (created DESC);

ALTER TABLE provisioning.resend_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.resend_item USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
-- A run has no city of its own: who may see one of its items may see it.
ALTER TABLE provisioning.resend_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY items_in_scope ON provisioning.resend_run
    USING ((SELECT identity.in_every_city()) OR EXISTS (SELECT 1 FROM provisioning.resend_item item WHERE item.run = resend_run.id))
    WITH CHECK (true);
