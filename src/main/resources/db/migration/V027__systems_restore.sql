-- A restored backup knows less than the systems do: what it holds as not sent may have been sent, and the numbers it would give next
-- are those of orders it has forgotten, under which the systems hold other things.
CREATE TABLE systems.restore (
    word text PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    doubt_until timestamptz NOT NULL
);
COMMENT ON TABLE systems.restore IS '备份恢复: each restore of a backup by the word the operator gave it';
COMMENT ON COLUMN systems.restore.doubt_until IS 'until then a call that seems new is asked for before it is sent';

-- True for the first who says this word. It works as the owner, since the numbers of every module are not the application's to set.
CREATE FUNCTION systems.begin_after_restore(restore_word text, doubt interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
    numbers record;
BEGIN
    INSERT INTO systems.restore (word, doubt_until) VALUES (restore_word, now() + doubt) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    FOR numbers IN
        SELECT schemaname, sequencename, coalesce(last_value, 0) AS last
        FROM pg_sequences
        WHERE schemaname IN ('systems', 'ordering', 'provisioning') AND sequencename <> 'order_template_number'
    LOOP
        PERFORM setval(format('%I.%I', numbers.schemaname, numbers.sequencename)::regclass, numbers.last + 100000);
    END LOOP;
    UPDATE systems.system_call SET state = 'UNKNOWN', doubtful = true WHERE state = 'RETRY';
    -- Their answers may have come and been lost.
    UPDATE systems.system_call
    SET proof_asked = true, proofs = 0, next_at = now()
    WHERE state = 'DONE'
      AND coalesce(reported_state, '') NOT IN ('COMPLETED', 'FAILED', 'REJECTED', 'CANCELLED', 'UNREACHABLE', 'UNKNOWN');
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION systems.begin_after_restore(text, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION systems.begin_after_restore(text, interval) TO esop_app;
