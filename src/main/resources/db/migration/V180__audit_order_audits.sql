-- 订单数据稽核 (ESOP 6.11.2): after an order has ended, what ESOP believes of its records at other systems is compared with what those say.
CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT USAGE, SELECT ON SEQUENCES TO esop_app;

CREATE SEQUENCE audit.audit_number;

-- Orders that have ended and were not looked at yet; only the clock reads it.
CREATE TABLE audit.ended_order (
    order_id text PRIMARY KEY,
    ended    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ended_order_ended ON audit.ended_order (ended);

CREATE TABLE audit.order_audit (
    id             text PRIMARY KEY,
    order_id       text NOT NULL,
    city           text NOT NULL,
    customer_id    text NOT NULL,
    customer_name  text NOT NULL,
    customer_level text NOT NULL,
    products       text[] NOT NULL,
    asked_by       text,
    state          text NOT NULL CHECK (state IN ('waiting', 'asking', 'different', 'same', 'settled', 'unknown')),
    due            timestamptz NOT NULL,
    created        timestamptz NOT NULL DEFAULT now(),
    round          integer NOT NULL DEFAULT 0,
    compared       timestamptz,
    ended          timestamptz,
    instance_id    text,
    search         text NOT NULL
);
COMMENT ON COLUMN audit.order_audit.asked_by IS 'who wanted it by hand; null where the clock did';
COMMENT ON COLUMN audit.order_audit.state IS 'unknown: a system did not answer, however often it was asked; settled: its differences are repaired or accepted';
CREATE INDEX order_audit_city ON audit.order_audit (city, created DESC, id DESC);
CREATE INDEX order_audit_state ON audit.order_audit (city, state, created DESC, id DESC);
CREATE INDEX order_audit_order ON audit.order_audit (order_id, created DESC);
CREATE INDEX order_audit_due ON audit.order_audit (due) WHERE state = 'waiting';
CREATE UNIQUE INDEX order_audit_once ON audit.order_audit (order_id) WHERE state IN ('waiting', 'asking', 'different');

CREATE TABLE audit.audited_record (
    audit_id   text NOT NULL REFERENCES audit.order_audit (id),
    position   integer NOT NULL,
    city       text NOT NULL,
    system     text NOT NULL,
    kind       text NOT NULL,
    record_id  text NOT NULL,
    name       text NOT NULL,
    source     text NOT NULL,
    written_by text NOT NULL,
    written    timestamptz NOT NULL,
    question   text NOT NULL,
    state      text NOT NULL CHECK (state IN ('asked', 'found', 'missing', 'unknown')),
    answered   timestamptz,
    elements   jsonb NOT NULL,
    compared   integer NOT NULL DEFAULT 0,
    different  integer NOT NULL DEFAULT 0,
    PRIMARY KEY (audit_id, position),
    UNIQUE (audit_id, name)
);
COMMENT ON COLUMN audit.audited_record.name IS 'the step that made it, whatever its generation, and the subscription it stands for';
COMMENT ON COLUMN audit.audited_record.source IS 'key of the step that made it';
COMMENT ON COLUMN audit.audited_record.written_by IS 'key of the step that last said what it is to be';
COMMENT ON COLUMN audit.audited_record.compared IS 'how many of its elements were compared at first, and how many differed: what the trend counts';
CREATE UNIQUE INDEX audited_record_question ON audit.audited_record (question);
CREATE INDEX audited_record_answered ON audit.audited_record (answered, city) INCLUDE (system, state, compared, different);

CREATE TABLE audit.difference (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit_id   text NOT NULL REFERENCES audit.order_audit (id),
    order_id   text NOT NULL,
    position   integer NOT NULL,
    city       text NOT NULL,
    system     text NOT NULL,
    name       text NOT NULL,
    element    text NOT NULL,
    ours       text NOT NULL,
    theirs     text,
    basis      text NOT NULL CHECK (basis IN ('esop', 'theirs')),
    state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'proposed', 'repairing', 'rolling-back', 'fixed', 'accepted')),
    repair     text CHECK (repair IN ('send-again', 'roll-back', 'accept')),
    reason     text,
    person     text,
    approver   text,
    repair_key text,
    batch_id   text,
    result     text,
    message    text,
    found      timestamptz NOT NULL DEFAULT now(),
    changed    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (audit_id, name, element)
);
COMMENT ON COLUMN audit.difference.theirs IS 'null where the system does not say, or has no such record';
COMMENT ON COLUMN audit.difference.repair_key IS 'key of the step that repairs it';
COMMENT ON COLUMN audit.difference.result IS 'of the last repair: same, still-different, not-known, failed, not-approved, taken-back or accepted-before';
CREATE INDEX difference_order ON audit.difference (order_id, name, element) WHERE state = 'accepted';
CREATE INDEX difference_repair ON audit.difference (repair_key) WHERE state = 'repairing';
CREATE INDEX difference_rolling_back ON audit.difference (order_id) WHERE state = 'rolling-back';

DO $$
DECLARE
    of_module text;
BEGIN
    FOREACH of_module IN ARRAY ARRAY ['order_audit', 'audited_record', 'difference'] LOOP
        EXECUTE format('ALTER TABLE audit.%I ENABLE ROW LEVEL SECURITY', of_module);
        EXECUTE format('CREATE POLICY city_scope ON audit.%I USING (identity.in_scope(city)) '
                       'WITH CHECK (identity.in_scope(city))', of_module);
    END LOOP;
END $$;

INSERT INTO identity.role_module (role, module, access) VALUES
    ('operations', 'audits', 'write'),
    ('manager', 'audits', 'write'),
    ('approver', 'audits', 'read'),
    ('admin', 'audits', 'read');

-- Asking changes nothing: a system that is silent is asked a few times more, then it is not known.
INSERT INTO systems.resend_policy (system, step, error_class, attempts, intervals, jitter_percent)
VALUES ('*', 'ask-record', '*', 4, 'PT10S,PT1M,PT5M', 20);
