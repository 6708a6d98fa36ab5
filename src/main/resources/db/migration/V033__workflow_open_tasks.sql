-- Our own index over the engine's user tasks, written in the engine's transactions (V032 says why through functions).
CREATE TABLE workflow.open_task (
    task_id text PRIMARY KEY,
    activity text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    process text NOT NULL,
    process_name text NOT NULL,
    process_name_en text NOT NULL,
    instance_id text NOT NULL,
    business_key text,
    root_business_key text,
    subject text,
    subject_en text,
    customer_id text,
    customer_name text,
    city text NOT NULL,
    candidate_groups text[] NOT NULL,
    assignee text,
    claimed timestamptz,
    created timestamptz NOT NULL,
    due timestamptz NOT NULL,
    priority integer NOT NULL,
    revision integer NOT NULL
);
CREATE INDEX open_task_instance ON workflow.open_task (instance_id);
CREATE INDEX open_task_root ON workflow.open_task (root_business_key);
ALTER TABLE workflow.open_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.open_task USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- One row per pigeon-hole a task lies in: each candidate group, and person:<id> of its assignee. Ordered by due time within a hole, so a first
-- page reads as many entries as it shows. Search text is not leakproof under row-level security, therefore this table has none; only
-- the inbox query reads it, always by pigeon-hole and city.
CREATE TABLE workflow.task_inbox (
    inbox text NOT NULL,
    task_id text NOT NULL,
    city text NOT NULL,
    assignee text,
    due timestamptz NOT NULL,
    created timestamptz NOT NULL,
    priority integer NOT NULL,
    process text NOT NULL,
    customer_id text,
    search text NOT NULL,
    PRIMARY KEY (task_id, inbox)
);
CREATE INDEX task_inbox_due ON workflow.task_inbox (inbox, due, task_id) INCLUDE (city, assignee);
CREATE INDEX task_inbox_unclaimed ON workflow.task_inbox (inbox, due, task_id) INCLUDE (city) WHERE assignee IS NULL;

CREATE TABLE workflow.closed_task (
    task_id text PRIMARY KEY,
    activity text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    process text NOT NULL,
    process_name text NOT NULL,
    process_name_en text NOT NULL,
    instance_id text NOT NULL,
    business_key text,
    root_business_key text,
    subject text,
    subject_en text,
    customer_id text,
    customer_name text,
    city text NOT NULL,
    candidate_groups text[] NOT NULL,
    assignee text,
    claimed timestamptz,
    created timestamptz NOT NULL,
    due timestamptz NOT NULL,
    priority integer NOT NULL,
    revision integer NOT NULL,
    closed timestamptz NOT NULL,
    closed_by text,
    outcome text NOT NULL CHECK (outcome IN ('completed', 'cancelled'))
);
CREATE INDEX closed_task_person ON workflow.closed_task (closed_by, closed DESC) WHERE outcome = 'completed';
CREATE INDEX closed_task_instance ON workflow.closed_task (instance_id);
ALTER TABLE workflow.closed_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.closed_task USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- What happened to a task, for timelines.
CREATE TABLE workflow.task_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id text NOT NULL,
    instance_id text NOT NULL,
    root_business_key text,
    city text NOT NULL,
    at timestamptz NOT NULL,
    change text NOT NULL CHECK (change IN ('created', 'claimed', 'unclaimed', 'assigned', 'completed', 'cancelled', 'commented')),
    actor text,
    subject text
);
CREATE INDEX task_event_instance ON workflow.task_event (instance_id, at);
CREATE INDEX task_event_task ON workflow.task_event (task_id, at);
ALTER TABLE workflow.task_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.task_event USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

CREATE TABLE workflow.task_comment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id text NOT NULL,
    instance_id text NOT NULL,
    city text NOT NULL,
    author text NOT NULL,
    at timestamptz NOT NULL,
    text text NOT NULL
);
CREATE INDEX task_comment_task ON workflow.task_comment (task_id, at);
ALTER TABLE workflow.task_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.task_comment USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

REVOKE INSERT, UPDATE, DELETE ON workflow.open_task, workflow.task_inbox, workflow.closed_task, workflow.task_event FROM esop_app;

-- Puts a task into the pigeon-holes it now belongs to.
CREATE FUNCTION workflow.file_task(task workflow.open_task) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO workflow.task_inbox (inbox, task_id, city, assignee, due, created, priority, process, customer_id, search)
    SELECT
        hole, task.task_id, task.city, task.assignee, task.due, task.created, task.priority, task.process, task.customer_id,
        lower(concat_ws(' ', task.name, task.name_en, task.subject, task.subject_en, task.customer_name, task.customer_id,
            task.business_key, task.root_business_key))
    FROM (
        SELECT unnest(task.candidate_groups)
        UNION
        SELECT 'person:' || task.assignee WHERE task.assignee IS NOT NULL
    ) AS holes (hole)
$$;

CREATE FUNCTION workflow.note_task(task workflow.open_task, change text, actor text, subject text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO workflow.task_event (task_id, instance_id, root_business_key, city, at, change, actor, subject)
    VALUES (task.task_id, task.instance_id, task.root_business_key, task.city, clock_timestamp(), change, actor, subject)
$$;

CREATE FUNCTION workflow.task_created(document jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    task workflow.open_task;
BEGIN
    task := jsonb_populate_record(NULL::workflow.open_task, document);
    task.created := now();
    task.revision := 1;
    task.claimed := CASE WHEN task.assignee IS NOT NULL THEN now() END;
    INSERT INTO workflow.open_task (
        task_id, activity, name, name_en, process, process_name, process_name_en, instance_id, business_key, root_business_key,
        subject, subject_en, customer_id, customer_name, city, candidate_groups, assignee, claimed, created, due, priority, revision)
    VALUES (
        task.task_id, task.activity, task.name, task.name_en, task.process, task.process_name, task.process_name_en,
        task.instance_id, task.business_key, task.root_business_key, task.subject, task.subject_en, task.customer_id,
        task.customer_name, task.city, task.candidate_groups, task.assignee, task.claimed, task.created, task.due,
        task.priority, task.revision);
    PERFORM workflow.file_task(task);
    PERFORM workflow.note_task(task, 'created', NULL, task.assignee);
END
$$;

-- What the engine now knows of a task; returns what that means to people.
CREATE FUNCTION workflow.task_changed(
    id text, new_assignee text, new_due timestamptz, new_priority integer, new_groups text[], actor text) RETURNS text
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
        WHEN before.assignee IS NOT DISTINCT FROM new_assignee THEN 'updated'
        WHEN new_assignee IS NULL THEN 'unclaimed'
        WHEN new_assignee = actor THEN 'claimed'
        ELSE 'assigned'
    END;
    UPDATE workflow.open_task
    SET assignee = new_assignee,
        claimed = CASE WHEN change = 'updated' THEN claimed WHEN new_assignee IS NOT NULL THEN now() END,
        due = new_due,
        priority = new_priority,
        candidate_groups = new_groups,
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

CREATE FUNCTION workflow.task_closed(id text, how text, actor text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    task workflow.open_task;
BEGIN
    DELETE FROM workflow.task_inbox WHERE task_id = id;
    DELETE FROM workflow.open_task WHERE task_id = id RETURNING * INTO task;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    INSERT INTO workflow.closed_task (
        task_id, activity, name, name_en, process, process_name, process_name_en, instance_id, business_key, root_business_key,
        subject, subject_en, customer_id, customer_name, city, candidate_groups, assignee, claimed, created, due, priority, revision,
        closed, closed_by, outcome)
    VALUES (
        task.task_id, task.activity, task.name, task.name_en, task.process, task.process_name, task.process_name_en,
        task.instance_id, task.business_key, task.root_business_key, task.subject, task.subject_en, task.customer_id,
        task.customer_name, task.city, task.candidate_groups, task.assignee, task.claimed, task.created, task.due,
        task.priority, task.revision + 1, now(), CASE WHEN how = 'completed' THEN coalesce(actor, task.assignee) END, how);
    PERFORM workflow.note_task(task, how, actor, NULL);
END
$$;
