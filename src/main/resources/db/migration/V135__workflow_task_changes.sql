-- Whoever acts on an older state of a task is told what has changed since. A trigger, so that it holds whoever writes the row.
ALTER TABLE workflow.open_task ADD COLUMN changes jsonb;
COMMENT ON COLUMN workflow.open_task.changes IS 'what each of the last twenty revisions changed, for example {"3": ["assignee", "due"]}';

CREATE FUNCTION workflow.note_changes() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    NEW.changes := (coalesce(OLD.changes, '{}') - (NEW.revision - 20)::text) || jsonb_build_object(
        NEW.revision::text,
        to_jsonb(array_remove(ARRAY[
            CASE WHEN NEW.assignee IS DISTINCT FROM OLD.assignee THEN 'assignee' END,
            CASE WHEN NEW.owner IS DISTINCT FROM OLD.owner OR NEW.delegated <> OLD.delegated THEN 'delegation' END,
            CASE WHEN NEW.due IS DISTINCT FROM OLD.due THEN 'due' END,
            CASE WHEN NEW.follow_up IS DISTINCT FROM OLD.follow_up THEN 'follow-up' END,
            CASE WHEN NEW.priority <> OLD.priority THEN 'priority' END,
            CASE WHEN NEW.candidate_groups <> OLD.candidate_groups THEN 'groups' END], NULL)));
    RETURN NEW;
END
$$;
CREATE TRIGGER note_changes BEFORE UPDATE ON workflow.open_task
    FOR EACH ROW WHEN (NEW.revision > OLD.revision) EXECUTE FUNCTION workflow.note_changes();
