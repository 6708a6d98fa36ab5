-- Lets the next call of a lane go when the one before it has ended: under the lane's lock, which whoever records in it holds too. One
-- statement and a transaction of its own, for all cities.
CREATE FUNCTION systems.release_lane(of_system text, of_lane text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(of_system || '/' || of_lane, 20));
    UPDATE systems.system_call
    SET next_at = now()
    WHERE state = 'NEW'
      AND next_at IS NULL
      AND key = (
          SELECT key
          FROM systems.system_call
          WHERE system = of_system
            AND lane = of_lane
            AND state IN ('NEW', 'SENDING', 'RETRY', 'UNKNOWN')
          ORDER BY sequence
          LIMIT 1);
    RETURN FOUND;
END
$$;

-- What a call that goes out must know of the calls before it, of whatever city: one statement instead of a transaction.
CREATE FUNCTION systems.external_id_of(of_key text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    RETURN (SELECT external_id FROM systems.system_call WHERE key = of_key);
END
$$;

CREATE FUNCTION systems.external_id_in_lane(of_system text, of_lane text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    RETURN (
        SELECT external_id
        FROM systems.system_call
        WHERE system = of_system AND lane = of_lane AND external_id IS NOT NULL
        ORDER BY sequence DESC
        LIMIT 1);
END
$$;

CREATE FUNCTION systems.external_id_of_subject(of_system text, of_subject text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    RETURN (
        SELECT external_id
        FROM systems.system_call
        WHERE system = of_system AND subject = of_subject AND external_id IS NOT NULL
        ORDER BY sequence DESC
        LIMIT 1);
END
$$;
