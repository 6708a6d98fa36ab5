-- Nearly every task has one candidate group. Where it has, counting the rows of several pigeon-holes needs no search for duplicates.
ALTER TABLE workflow.task_inbox ADD COLUMN sole boolean NOT NULL DEFAULT true;
UPDATE workflow.task_inbox i
SET sole = false
FROM workflow.open_task t
WHERE t.task_id = i.task_id AND cardinality(t.candidate_groups) > 1 AND i.inbox = ANY (t.candidate_groups);

DROP INDEX workflow.task_inbox_due;
DROP INDEX workflow.task_inbox_unclaimed;
CREATE INDEX task_inbox_due ON workflow.task_inbox (inbox, due, task_id) INCLUDE (city, assignee, sole);
CREATE INDEX task_inbox_unclaimed ON workflow.task_inbox (inbox, due, task_id) INCLUDE (city, sole) WHERE assignee IS NULL;

CREATE INDEX task_inbox_several ON workflow.task_inbox (inbox, task_id) WHERE NOT sole;

CREATE OR REPLACE FUNCTION workflow.file_task(task workflow.open_task) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO workflow.task_inbox (
        inbox, task_id, city, assignee, due, created, priority, process, customer_id, search, sole)
    SELECT
        hole, task.task_id, task.city, task.assignee, task.due, task.created, task.priority, task.process, task.customer_id,
        lower(concat_ws(' ', task.name, task.name_en, task.subject, task.subject_en, task.customer_name, task.customer_id,
            task.business_key, task.root_business_key)),
        sole
    FROM (
        SELECT unnest(task.candidate_groups), cardinality(task.candidate_groups) = 1
        UNION
        SELECT 'person:' || task.assignee, true WHERE task.assignee IS NOT NULL
    ) AS holes (hole, sole)
$$;
