-- What people do with a task beside completing it: hand over, delegate, ask for opinions, return, take back, copy, urge, put off.

-- An opinion somebody was asked for is an entry of the inbox like any task: it lies in the same index, with the task it is about.
ALTER TABLE workflow.open_task
    ADD COLUMN kind text NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'opinion')),
    ADD COLUMN about text,
    ADD COLUMN owner text,
    ADD COLUMN delegated boolean NOT NULL DEFAULT false,
    ADD COLUMN follow_up timestamptz,
    ADD COLUMN started_by text,
    ADD COLUMN urged integer NOT NULL DEFAULT 0;
ALTER TABLE workflow.closed_task
    ADD COLUMN kind text NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'opinion')),
    ADD COLUMN about text,
    ADD COLUMN owner text,
    ADD COLUMN delegated boolean NOT NULL DEFAULT false,
    ADD COLUMN follow_up timestamptz,
    ADD COLUMN started_by text,
    ADD COLUMN urged integer NOT NULL DEFAULT 0;
CREATE INDEX open_task_started_by ON workflow.open_task (started_by, due, task_id) WHERE started_by IS NOT NULL;
CREATE INDEX open_task_follow_up ON workflow.open_task (assignee, follow_up, task_id) WHERE follow_up IS NOT NULL;

-- Whoever began a family of instances; what it calls belongs to them too.
ALTER TABLE workflow.instance ADD COLUMN started_by text;

ALTER TABLE workflow.task_event
    DROP CONSTRAINT task_event_change_check,
    ADD COLUMN reason text,
    ADD COLUMN on_behalf_of text,
    ADD CONSTRAINT task_event_change_check CHECK (change IN (
        'created', 'claimed', 'unclaimed', 'assigned', 'completed', 'cancelled', 'commented', 'delegated', 'resolved', 'recalled',
        'opinion-before', 'opinion-after', 'opinion-opened', 'agreed', 'disagreed', 'opinion-withdrawn', 'opinion-lapsed', 'returned',
        'taken-back', 'copied', 'urged', 'followed-up', 'attached', 'detached'));
CREATE INDEX task_event_urged ON workflow.task_event (task_id, actor, at) WHERE change = 'urged';

CREATE TABLE workflow.task_opinion (
    id text PRIMARY KEY,
    task_id text NOT NULL,
    instance_id text NOT NULL,
    city text NOT NULL,
    place text NOT NULL CHECK (place IN ('before', 'after')),
    person text NOT NULL,
    asked_by text NOT NULL,
    asked timestamptz NOT NULL,
    question text NOT NULL,
    answer_within text NOT NULL,
    due timestamptz,
    state text NOT NULL CHECK (state IN ('waiting', 'open', 'agreed', 'disagreed', 'withdrawn', 'lapsed')),
    answer text,
    answered timestamptz
);
COMMENT ON COLUMN workflow.task_opinion.answer_within IS 'working time it may take once it is open, by the table task-actions';
CREATE INDEX task_opinion_task ON workflow.task_opinion (task_id, asked);
CREATE UNIQUE INDEX task_opinion_once ON workflow.task_opinion (task_id, person, place) WHERE state IN ('waiting', 'open');
ALTER TABLE workflow.task_opinion ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.task_opinion USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

CREATE TABLE workflow.task_copy (
    task_id text NOT NULL,
    person text NOT NULL,
    city text NOT NULL,
    sent_by text NOT NULL,
    sent timestamptz NOT NULL,
    note text,
    PRIMARY KEY (task_id, person)
);
CREATE INDEX task_copy_person ON workflow.task_copy (person, sent DESC);
ALTER TABLE workflow.task_copy ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.task_copy USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- What a person is told in the application; its words are made when it is read, in the reader's language.
CREATE TABLE workflow.notice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person text NOT NULL,
    city text NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    task_id text NOT NULL,
    actor text,
    note text,
    seen timestamptz
);
CREATE INDEX notice_person ON workflow.notice (person, id DESC);
CREATE INDEX notice_unseen ON workflow.notice (person) WHERE seen IS NULL;
ALTER TABLE workflow.notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.notice USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

CREATE OR REPLACE FUNCTION workflow.instances_moved(started jsonb, ended jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO workflow.instance (
        id, process, process_name, process_name_en, definition_id, business_key, parent_id, root_id, root_business_key,
        city, customer_id, customer_name, started, ended, state, started_by)
    SELECT
        i.id, i.process, i.process_name, i.process_name_en, i.definition_id, i.business_key, i.parent_id, i.root_id, i.root_business_key,
        i.city, i.customer_id, i.customer_name, now(), NULL, 'running',
        CASE WHEN i.parent_id IS NULL THEN i.started_by ELSE coalesce(
            (SELECT root.started_by FROM jsonb_populate_recordset(NULL::workflow.instance, instances_moved.started) root WHERE root.id = i.root_id),
            (SELECT root.started_by FROM workflow.instance root WHERE root.id = i.root_id)) END
    FROM jsonb_populate_recordset(NULL::workflow.instance, instances_moved.started) AS i
    ON CONFLICT (id) DO NOTHING;
    IF instances_moved.ended <> '{}' THEN
        UPDATE workflow.instance AS i
        SET ended = now(), state = outcomes.value
        FROM jsonb_each_text(instances_moved.ended) AS outcomes
        WHERE i.id = outcomes.key AND i.ended IS NULL;
    END IF;
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
DROP FUNCTION workflow.task_changed(text, text, timestamptz, integer, text[], text);
CREATE FUNCTION workflow.task_changed(
    id text, new_assignee text, new_owner text, now_delegated boolean, new_due timestamptz, new_follow_up timestamptz,
    new_priority integer, new_groups text[], actor text) RETURNS text
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

CREATE OR REPLACE FUNCTION workflow.task_closed(id text, how text, actor text) RETURNS void
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
        closed, closed_by, outcome, kind, about, owner, delegated, follow_up, started_by, urged)
    VALUES (
        task.task_id, task.activity, task.name, task.name_en, task.process, task.process_name, task.process_name_en,
        task.instance_id, task.business_key, task.root_business_key, task.subject, task.subject_en, task.customer_id,
        task.customer_name, task.city, task.candidate_groups, task.assignee, task.claimed, task.created, task.due,
        task.priority, task.revision + 1, now(), CASE WHEN how = 'completed' THEN coalesce(actor, task.assignee) END, how,
        task.kind, task.about, task.owner, task.delegated, task.follow_up, task.started_by, task.urged);
    IF task.kind = 'task' THEN
        PERFORM workflow.note_task(task, how, actor, NULL);
    END IF;
END
$$;

-- Something said or done about a task that is none of the engine's changes.
CREATE FUNCTION workflow.note_action(id text, change text, actor text, subject text, reason text, on_behalf_of text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO workflow.task_event (task_id, instance_id, root_business_key, city, at, change, actor, subject, reason, on_behalf_of)
    SELECT t.task_id, t.instance_id, t.root_business_key, t.city, clock_timestamp(), change, actor, subject, reason, on_behalf_of
    FROM (
        SELECT o.task_id, o.instance_id, o.root_business_key, o.city FROM workflow.open_task o WHERE o.task_id = id
        UNION ALL
        SELECT c.task_id, c.instance_id, c.root_business_key, c.city FROM workflow.closed_task c WHERE c.task_id = id
    ) AS t
$$;

-- Why, and for whom, the engine was just asked to change a task; what it calls a cancellation may have a better word.
CREATE FUNCTION workflow.explain_change(id text, better_word text, whom text, why text, behalf text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE workflow.task_event
    SET change = coalesce(better_word, change), subject = coalesce(whom, subject), reason = why, on_behalf_of = behalf
    WHERE task_event.id = (
        SELECT max(e.id) FROM workflow.task_event e
        WHERE e.task_id = explain_change.id AND e.at >= now()) -- noted in this transaction
$$;

CREATE FUNCTION workflow.task_urged(id text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE workflow.open_task SET urged = urged + 1 WHERE task_id = id
$$;

-- Lays an opinion into the inbox of whoever was asked for it.
CREATE FUNCTION workflow.open_opinion(opinion_id text, until timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    opinion workflow.task_opinion;
    task workflow.open_task;
BEGIN
    UPDATE workflow.task_opinion SET state = 'open', due = until WHERE id = opinion_id RETURNING * INTO opinion;
    SELECT * INTO task FROM workflow.open_task WHERE task_id = opinion.task_id;
    IF NOT FOUND THEN
        SELECT jsonb_populate_record(NULL::workflow.open_task, to_jsonb(c)) INTO STRICT task
        FROM workflow.closed_task c WHERE c.task_id = opinion.task_id;
    END IF;
    task.task_id := opinion.id;
    task.kind := 'opinion';
    task.about := opinion.task_id;
    task.candidate_groups := '{}';
    task.assignee := opinion.person;
    task.owner := opinion.asked_by;
    task.delegated := false;
    task.follow_up := NULL;
    task.started_by := NULL;
    task.urged := 0;
    task.claimed := now();
    task.created := now();
    task.due := until;
    task.revision := 1;
    INSERT INTO workflow.open_task SELECT (task).*;
    PERFORM workflow.file_task(task);
END
$$;

-- A task has ended: nobody waits any more for what should have been said before.
CREATE FUNCTION workflow.lapse_opinions(id text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    opinion workflow.task_opinion;
BEGIN
    FOR opinion IN
        UPDATE workflow.task_opinion SET state = 'lapsed', answered = now()
        WHERE task_id = lapse_opinions.id AND place = 'before' AND state = 'open' RETURNING *
    LOOP
        PERFORM workflow.task_closed(opinion.id, 'cancelled', NULL);
        PERFORM workflow.note_action(lapse_opinions.id, 'opinion-lapsed', NULL, opinion.person, NULL, NULL);
    END LOOP;
END
$$;

-- A task has ended. What was to be said before it lapses; what was to be asked after it is asked now that it was completed, and not any
-- more where it was cancelled.
CREATE FUNCTION workflow.waiting_opinions(id text, completed boolean) RETURNS TABLE (opinion_id text, person text, answer_within text, city text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM workflow.lapse_opinions(waiting_opinions.id);
    IF completed THEN
        RETURN QUERY
            SELECT o.id, o.person, o.answer_within, o.city FROM workflow.task_opinion o
            WHERE o.task_id = waiting_opinions.id AND o.place = 'after' AND o.state = 'waiting';
    ELSE
        UPDATE workflow.task_opinion o SET state = 'withdrawn', answered = now()
        WHERE o.task_id = waiting_opinions.id AND o.place = 'after' AND o.state = 'waiting';
    END IF;
END
$$;

ALTER TABLE workflow.task_comment ADD COLUMN mentions text[] NOT NULL DEFAULT '{}';
