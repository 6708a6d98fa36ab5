-- For whom somebody acts stays known while a colleague does a task for them, when it comes back, and once it is completed.
ALTER TABLE workflow.open_task ADD COLUMN owner_acts_for text;
COMMENT ON COLUMN workflow.open_task.owner_acts_for IS 'for whom its owner acts, as long as it is delegated';
ALTER TABLE workflow.closed_task ADD COLUMN acting_for text;
COMMENT ON COLUMN workflow.closed_task.acting_for IS 'for whom it was completed';

CREATE FUNCTION workflow.passed_on() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.delegated AND NOT OLD.delegated THEN
        NEW.owner_acts_for := OLD.acting_for;
        NEW.acting_for := NULL;
    ELSIF OLD.delegated AND NOT NEW.delegated AND NEW.assignee = NEW.owner THEN
        NEW.acting_for := OLD.owner_acts_for;
        NEW.owner_acts_for := NULL;
    ELSE
        NEW.acting_for := NULL;
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER open_task_passed_on ON workflow.open_task;
CREATE TRIGGER open_task_passed_on BEFORE UPDATE OF assignee ON workflow.open_task
    FOR EACH ROW WHEN (OLD.assignee IS DISTINCT FROM NEW.assignee AND coalesce(OLD.acting_for, OLD.owner_acts_for) IS NOT NULL)
    EXECUTE FUNCTION workflow.passed_on();

-- Writes both names to what a substitute has just done with a task, and to the task while they hold it, own it or have completed it.
CREATE OR REPLACE FUNCTION workflow.act_for(id text, person_id text, principal_id text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE workflow.open_task t
    SET acting_for = CASE WHEN t.assignee = person_id THEN principal_id ELSE t.acting_for END,
        owner_acts_for = CASE WHEN t.delegated AND t.owner = person_id THEN principal_id ELSE t.owner_acts_for END
    WHERE t.task_id = act_for.id AND t.kind = 'task' AND (t.assignee = person_id OR t.delegated AND t.owner = person_id);
    UPDATE workflow.closed_task c SET acting_for = principal_id
    WHERE c.task_id = act_for.id AND c.closed_by = person_id AND c.closed >= now(); -- in this transaction
    UPDATE workflow.task_event e
    SET on_behalf_of = principal_id
    WHERE e.task_id = act_for.id AND e.at >= now() AND e.actor = person_id AND e.on_behalf_of IS NULL
$$;
