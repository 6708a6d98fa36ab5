-- What stands on a task's form and may be searched for (ADR 32): beside the open task, in the statement that writes it.
ALTER TABLE workflow.open_task ADD COLUMN facts text NOT NULL DEFAULT '';
ALTER TABLE workflow.closed_task ADD COLUMN facts text NOT NULL DEFAULT '';
COMMENT ON COLUMN workflow.open_task.facts IS 'in small letters, as web.searchable keeps texts';

-- Open tasks are few and come and go, orders stay: each has an index of its own, so that neither is looked for among the other.
DROP INDEX web.searchable_fragments;
CREATE INDEX searchable_fragments ON web.searchable USING gin (web.fragments(content, 1, 3))
    WITH (gin_pending_list_limit = 256) WHERE kind <> 'task';
ALTER INDEX web.searchable_fragments ALTER COLUMN 1 SET STATISTICS 0;
CREATE INDEX searchable_task_fragments ON web.searchable USING gin (web.fragments(content, 1, 3))
    WITH (gin_pending_list_limit = 256) WHERE kind = 'task';
ALTER INDEX web.searchable_task_fragments ALTER COLUMN 1 SET STATISTICS 0;

-- All that a task is found by.
CREATE FUNCTION workflow.search_text(task workflow.open_task) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
BEGIN
    RETURN lower(concat_ws(E'\n', task.name, task.name_en, task.subject, task.subject_en, task.customer_name, task.customer_id,
        task.business_key, task.root_business_key, nullif(task.facts, '')));
END
$$;

CREATE OR REPLACE FUNCTION workflow.file_task(task workflow.open_task) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    content text := workflow.search_text(task);
BEGIN
    INSERT INTO workflow.task_inbox (
        inbox, task_id, city, assignee, due, created, priority, process, customer_id, search, sole)
    SELECT
        holes.hole, task.task_id, task.city, task.assignee, task.due, task.created, task.priority, task.process, task.customer_id,
        content, holes.sole
    FROM (
        SELECT unnest(task.candidate_groups), cardinality(task.candidate_groups) = 1
        UNION
        SELECT 'person:' || task.assignee, true WHERE task.assignee IS NOT NULL
    ) AS holes (hole, sole);
    INSERT INTO web.searchable AS known (kind, id, city, content) VALUES ('task', task.task_id, task.city, content)
    ON CONFLICT (kind, city, id) DO UPDATE SET content = excluded.content WHERE known.content <> excluded.content;
END
$$;

CREATE OR REPLACE FUNCTION workflow.task_created(document jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    task workflow.open_task;
BEGIN
    task := jsonb_populate_record(NULL::workflow.open_task, document);
    task.created := now();
    task.revision := 1;
    task.claimed := CASE WHEN task.assignee IS NOT NULL THEN now() END;
    task.kind := 'task';
    task.delegated := false;
    task.urged := 0;
    task.facts := coalesce(task.facts, '');
    -- An instance that began in the same command is written after its tasks: whoever writes them knows by whom it was begun.
    IF task.started_by IS NULL THEN
        SELECT i.started_by INTO task.started_by FROM workflow.instance i WHERE i.id = document ->> 'root_id';
    END IF;
    INSERT INTO workflow.open_task SELECT (task).*;
    PERFORM workflow.file_task(task);
    PERFORM workflow.note_task(task, 'created', NULL, task.assignee);
END
$$;

-- What the engine now knows of a task; returns what that means to people.
DROP FUNCTION workflow.task_changed(text, text, text, boolean, timestamptz, timestamptz, integer, text[], text);
CREATE FUNCTION workflow.task_changed(
    id text, new_assignee text, new_owner text, now_delegated boolean, new_due timestamptz, new_follow_up timestamptz,
    new_priority integer, new_groups text[], new_facts text, actor text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    before workflow.open_task;
    task workflow.open_task;
    change text;
BEGIN
    SELECT * INTO before FROM workflow.open_task WHERE task_id = id FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    change := CASE
        WHEN now_delegated AND NOT before.delegated THEN 'delegated'
        WHEN before.delegated AND NOT now_delegated AND actor = before.owner THEN 'recalled'
        WHEN before.delegated AND NOT now_delegated THEN 'resolved'
        WHEN before.assignee IS NOT DISTINCT FROM new_assignee AND before.follow_up IS DISTINCT FROM new_follow_up THEN 'followed-up'
        WHEN before.assignee IS NOT DISTINCT FROM new_assignee THEN 'updated'
        WHEN new_assignee IS NULL THEN 'unclaimed'
        WHEN new_assignee = actor THEN 'claimed'
        ELSE 'assigned'
    END;
    UPDATE workflow.open_task
    SET assignee = new_assignee,
        owner = new_owner,
        delegated = now_delegated,
        claimed = CASE WHEN change IN ('updated', 'followed-up') THEN claimed WHEN new_assignee IS NOT NULL THEN now() END,
        due = new_due,
        follow_up = new_follow_up,
        priority = new_priority,
        candidate_groups = new_groups,
        facts = new_facts,
        revision = revision + 1
    WHERE task_id = id
    RETURNING * INTO task;
    DELETE FROM workflow.task_inbox WHERE task_id = id;
    PERFORM workflow.file_task(task);
    IF change <> 'updated' THEN
        PERFORM workflow.note_task(task, change, actor, new_assignee);
    END IF;
    RETURN change;
END
$$;

-- With what stood on the form when it was completed; without, it keeps what was known before.
DROP FUNCTION workflow.task_closed(text, text, text);
CREATE FUNCTION workflow.task_closed(id text, how text, actor text, last_facts text DEFAULT NULL) RETURNS void
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
        closed, closed_by, outcome, kind, about, owner, delegated, follow_up, started_by, urged, facts)
    VALUES (
        task.task_id, task.activity, task.name, task.name_en, task.process, task.process_name, task.process_name_en,
        task.instance_id, task.business_key, task.root_business_key, task.subject, task.subject_en, task.customer_id,
        task.customer_name, task.city, task.candidate_groups, task.assignee, task.claimed, task.created, task.due,
        task.priority, task.revision + 1, now(), CASE WHEN how = 'completed' THEN coalesce(actor, task.assignee) END, how,
        task.kind, task.about, task.owner, task.delegated, task.follow_up, task.started_by, task.urged,
        coalesce(last_facts, task.facts));
    IF task.kind = 'task' THEN
        PERFORM workflow.note_task(task, how, actor, NULL);
    END IF;
END
$$;

INSERT INTO web.searchable (kind, id, city, content)
SELECT 'task', t.task_id, t.city, workflow.search_text(t) FROM workflow.open_task t
ON CONFLICT (kind, city, id) DO NOTHING;
