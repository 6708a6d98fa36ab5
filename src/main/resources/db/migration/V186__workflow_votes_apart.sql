-- Whoever has decided on one level of a matter, in whichever name, decides on no other one: kept with the task of the next level.
ALTER TABLE workflow.open_task ADD COLUMN barred text[];
COMMENT ON COLUMN workflow.open_task.barred IS 'who has decided on an earlier level; null where the step is no level of a decision';
CREATE INDEX open_task_barred ON workflow.open_task USING gin (barred) WHERE barred IS NOT NULL AND kind = 'task';

-- For whom a task was completed is known before the next step begins.
CREATE OR REPLACE FUNCTION workflow.task_closed(id text, how text, actor text, last_facts text DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    task workflow.open_task;
BEGIN
    DELETE FROM workflow.task_inbox WHERE task_id = id;
    DELETE FROM workflow.open_task WHERE task_id = id RETURNING * INTO task;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    DELETE FROM web.searchable WHERE kind = 'task' AND city = task.city AND searchable.id = task_closed.id;
    DELETE FROM workflow.task_draft WHERE task_draft.task_id = task_closed.id;
    INSERT INTO workflow.closed_task (
        task_id, activity, name, name_en, process, process_name, process_name_en, instance_id, business_key, root_business_key,
        subject, subject_en, customer_id, customer_name, city, candidate_groups, assignee, claimed, created, due, priority, revision,
        closed, closed_by, outcome, kind, about, owner, delegated, follow_up, started_by, urged, facts, acting_for)
    VALUES (
        task.task_id, task.activity, task.name, task.name_en, task.process, task.process_name, task.process_name_en,
        task.instance_id, task.business_key, task.root_business_key, task.subject, task.subject_en, task.customer_id,
        task.customer_name, task.city, task.candidate_groups, task.assignee, task.claimed, task.created, task.due,
        task.priority, task.revision + 1, now(), CASE WHEN how = 'completed' THEN coalesce(actor, task.assignee) END, how,
        task.kind, task.about, task.owner, task.delegated, task.follow_up, task.started_by, task.urged,
        coalesce(last_facts, task.facts),
        CASE WHEN how = 'completed' AND coalesce(actor, task.assignee) = task.assignee THEN task.acting_for END);
    IF task.kind = 'task' THEN
        PERFORM workflow.note_task(task, how, actor, NULL);
    END IF;
END
$$;

-- Those who decide at the moment.
UPDATE workflow.open_task t
SET barred = ARRAY(
    SELECT DISTINCT voter.person
    FROM workflow.closed_task c
    CROSS JOIN LATERAL (VALUES (c.closed_by), (c.acting_for)) AS voter (person)
    WHERE c.instance_id = t.instance_id AND c.kind = 'task' AND c.outcome = 'completed' AND voter.person IS NOT NULL)
WHERE t.process IN ('waiver-approval', 'opportunity-approval', 'resolution-approval') AND t.kind = 'task';
