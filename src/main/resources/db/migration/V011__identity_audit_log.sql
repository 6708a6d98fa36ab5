-- Who did what. Rows can only be added, and each is chained to the one before by its hash (ESOP 6.11.1.2).
CREATE TABLE identity.audit_log (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    person  text NOT NULL,
    action  text NOT NULL,
    subject text NOT NULL,
    city    text,
    details jsonb NOT NULL
);
CREATE INDEX audit_log_at ON identity.audit_log (at);
CREATE INDEX audit_log_person ON identity.audit_log (person, id);
CREATE INDEX audit_log_subject ON identity.audit_log (subject, id);

CREATE TABLE identity.audit_chain (
    position bigint PRIMARY KEY,
    audit_id bigint NOT NULL UNIQUE REFERENCES identity.audit_log (id),
    hash     bytea NOT NULL
);

CREATE FUNCTION identity.audit_hash(previous bytea, entry identity.audit_log) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    RETURN sha256(previous || convert_to(jsonb_build_array(
        entry.id, extract(epoch FROM entry.at), entry.person, entry.action, entry.subject, entry.city, entry.details)::text, 'UTF8'));

-- Runs when the transaction commits: the lock that puts entries into one order is held for the commit alone, and a
-- transaction that waits for it takes no other lock afterwards, so that it can never be part of a deadlock.
CREATE FUNCTION identity.audit_link() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity AS $$
DECLARE
    last identity.audit_chain;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('identity.audit_chain'));
    SELECT position, audit_id, hash INTO last FROM identity.audit_chain ORDER BY position DESC LIMIT 1;
    INSERT INTO identity.audit_chain (position, audit_id, hash)
    VALUES (coalesce(last.position, 0) + 1, NEW.id, identity.audit_hash(coalesce(last.hash, ''::bytea), NEW));
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER link AFTER INSERT ON identity.audit_log
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION identity.audit_link();

CREATE FUNCTION identity.refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% can only be added to', TG_TABLE_NAME;
END $$;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_change();

REVOKE UPDATE, DELETE ON identity.audit_log FROM esop_app;
REVOKE INSERT, UPDATE, DELETE ON identity.audit_chain FROM esop_app;

-- The first position that does not fit, or null when the whole chain holds.
CREATE FUNCTION identity.audit_broken_at() RETURNS bigint
    LANGUAGE sql STABLE
    RETURN (
        WITH link AS (
            SELECT chain.position, chain.audit_id, chain.hash,
                   lag(chain.hash, 1, ''::bytea) OVER (ORDER BY chain.position) AS previous,
                   row_number() OVER (ORDER BY chain.position) AS expected_position
            FROM identity.audit_chain chain
        )
        SELECT min(link.position)
        FROM link LEFT JOIN identity.audit_log entry ON entry.id = link.audit_id
        WHERE entry.id IS NULL
           OR link.position <> link.expected_position
           OR link.hash <> identity.audit_hash(link.previous, entry)
    );
