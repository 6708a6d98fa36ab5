-- Acting for somebody who is absent.
ALTER TABLE workflow.open_task
    ADD COLUMN amount numeric(14, 2),
    ADD COLUMN acting_for text;
COMMENT ON COLUMN workflow.open_task.amount IS 'what it is about, in yuan; null where no sum is decided';
COMMENT ON COLUMN workflow.open_task.acting_for IS 'for whom its holder has taken it';

CREATE FUNCTION workflow.held_for_oneself() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.acting_for := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER open_task_passed_on BEFORE UPDATE OF assignee ON workflow.open_task
    FOR EACH ROW WHEN (OLD.acting_for IS NOT NULL AND OLD.assignee IS DISTINCT FROM NEW.assignee)
    EXECUTE FUNCTION workflow.held_for_oneself();
-- An opinion is an entry copied from its task.
CREATE TRIGGER open_task_copied BEFORE INSERT ON workflow.open_task
    FOR EACH ROW WHEN (NEW.acting_for IS NOT NULL)
    EXECUTE FUNCTION workflow.held_for_oneself();

-- What both allow; null allows all.
CREATE FUNCTION workflow.both(one text[], other text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN one IS NULL THEN other WHEN other IS NULL THEN one ELSE ARRAY(SELECT unnest(one) INTERSECT SELECT unnest(other)) END;

-- For whom somebody may act today, directly or because that person stands in for another one; each link narrows what may be done.
CREATE FUNCTION workflow.acts_for(person_id text) RETURNS TABLE (principal text, processes text[], cities text[], amount_limit numeric)
    LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    WITH RECURSIVE today AS (
        SELECT a.person, a.substitute, a.processes, a.cities, a.amount_limit
        FROM workflow.absence a
        JOIN identity.person p ON p.id = a.person AND p.active
        WHERE a.substitute IS NOT NULL AND a.ended IS NULL AND workflow.today() BETWEEN a.first_day AND a.last_day
    ), acting AS (
        SELECT t.person, t.processes, t.cities, t.amount_limit, ARRAY[t.substitute, t.person] AS passed
        FROM today t WHERE t.substitute = person_id
        UNION ALL
        SELECT
            t.person, workflow.both(a.processes, t.processes), workflow.both(a.cities, t.cities),
            least(a.amount_limit, t.amount_limit), a.passed || t.person
        FROM acting a JOIN today t ON t.substitute = a.person
        WHERE t.person <> ALL (a.passed) AND cardinality(a.passed) < 6
    )
    SELECT a.person, a.processes, a.cities, a.amount_limit FROM acting a ORDER BY cardinality(a.passed), a.person
$$;

-- Writes both names to what a substitute has just done with a task, and to the task while they hold it.
CREATE FUNCTION workflow.act_for(id text, person_id text, principal_id text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE workflow.open_task t SET acting_for = principal_id WHERE t.task_id = act_for.id AND t.assignee = person_id AND t.kind = 'task';
    UPDATE workflow.task_event e
    SET on_behalf_of = principal_id
    WHERE e.task_id = act_for.id AND e.at >= now() AND e.actor = person_id AND e.on_behalf_of IS NULL
$$;
