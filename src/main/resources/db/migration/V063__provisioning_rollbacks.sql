-- 回退: what an order has done at backing systems is taken back, newest first. ESOP 6.11.2.

CREATE SEQUENCE provisioning.rollback_number;

CREATE TABLE provisioning.rollback (
    id               text PRIMARY KEY,
    product_order_id text NOT NULL,
    city             text NOT NULL,
    customer_id      text NOT NULL,
    customer_name    text NOT NULL,
    reason           text NOT NULL,
    person           text,
    state            text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'undone', 'incomplete')),
    created          timestamptz NOT NULL DEFAULT now(),
    ended            timestamptz
);
COMMENT ON COLUMN provisioning.rollback.person IS 'who asked for it, null for a rule';
CREATE UNIQUE INDEX rollback_running ON provisioning.rollback (product_order_id) WHERE state = 'running';
CREATE INDEX rollback_product_order ON provisioning.rollback (product_order_id, created);
CREATE INDEX rollback_city ON provisioning.rollback (city, created DESC);

CREATE TABLE provisioning.rollback_step (
    rollback         text NOT NULL REFERENCES provisioning.rollback (id),
    position         integer NOT NULL CHECK (position > 0),
    city             text NOT NULL,
    service_order_id text NOT NULL REFERENCES provisioning.service_order (id),
    system           text NOT NULL,
    product          text NOT NULL,
    aggregate        text NOT NULL,
    name             text NOT NULL,
    generation       integer NOT NULL,
    undone_by        text,
    obstacle         text,
    happened         timestamptz NOT NULL,
    state            text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'asked', 'undone', 'settled', 'left')),
    asked            timestamptz,
    settled          timestamptz,
    PRIMARY KEY (rollback, position)
);
COMMENT ON COLUMN provisioning.rollback_step.position IS '1 is the newest';
COMMENT ON COLUMN provisioning.rollback_step.undone_by IS 'the step that takes it back, null where none can';
COMMENT ON COLUMN provisioning.rollback_step.obstacle IS 'why a person must take it back';
COMMENT ON COLUMN provisioning.rollback_step.state IS 'settled: by a person; left: given up, with everything older';
CREATE UNIQUE INDEX rollback_step_undone ON provisioning.rollback_step (aggregate, name)
    WHERE state IN ('waiting', 'asked', 'undone', 'settled');

-- Whoever undoes a step before a later one has left it behind would pull away what that one stands on.
CREATE FUNCTION provisioning.undo_newest_first() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state IN ('undone', 'settled') AND NEW.state <> OLD.state THEN
        RAISE EXCEPTION 'step % of rollback % is undone and stays so', NEW.position, NEW.rollback USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state IN ('undone', 'settled') AND EXISTS (
        SELECT 1
        FROM provisioning.rollback_step later
        WHERE later.rollback = NEW.rollback AND later.position < NEW.position AND later.state NOT IN ('undone', 'settled'))
    THEN
        RAISE EXCEPTION 'step % of rollback % has a later one that is not undone', NEW.position, NEW.rollback
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER undo_newest_first BEFORE INSERT OR UPDATE ON provisioning.rollback_step
    FOR EACH ROW EXECUTE FUNCTION provisioning.undo_newest_first();

-- Which later orders stand on an earlier one.
CREATE INDEX service_order_subscription ON provisioning.service_order (customer_id, product, created);

-- An undoing order that was taken in and failed afterwards took nothing back either: the next generation may try again.
DROP INDEX systems.system_call_compensates;
CREATE UNIQUE INDEX system_call_compensates ON systems.system_call (compensates)
    WHERE state NOT IN ('DEAD', 'CANCELLED') AND coalesce(reported_state, '') NOT IN ('FAILED', 'REJECTED', 'CANCELLED');

ALTER TABLE provisioning.rollback ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.rollback USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE provisioning.rollback_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.rollback_step USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
