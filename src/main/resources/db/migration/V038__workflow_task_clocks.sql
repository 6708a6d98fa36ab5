-- By which calendar a task's due time was counted, so that it can be counted anew. A task without a row has a date that was promised.
CREATE TABLE workflow.task_clock (
    task_id   text PRIMARY KEY,
    city      text NOT NULL,
    calendar  text NOT NULL,
    started   timestamptz NOT NULL,
    duration  text NOT NULL,
    due       timestamptz NOT NULL,
    next_look timestamptz NOT NULL DEFAULT now(),
    level     integer NOT NULL DEFAULT 1,
    round     integer NOT NULL DEFAULT 1
);
COMMENT ON COLUMN workflow.task_clock.calendar IS 'as the table working-calendar says; while there is none of that name, the province''s counts';
COMMENT ON COLUMN workflow.task_clock.level IS 'the next one of the table escalation';
COMMENT ON COLUMN workflow.task_clock.round IS 'how often that level comes again, with this one';
CREATE INDEX task_clock_calendar ON workflow.task_clock (calendar, task_id);
CREATE INDEX task_clock_look ON workflow.task_clock (next_look);
ALTER TABLE workflow.task_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.task_clock USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- Counting anew after a change of a calendar: how far it is, and what it has moved.
CREATE TABLE workflow.recount (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    calendar    text NOT NULL REFERENCES workflow.calendar (id),
    revision    integer NOT NULL,
    person      text NOT NULL,
    note        text NOT NULL,
    calendars   text[] NOT NULL,
    every_other boolean NOT NULL,
    total       integer NOT NULL,
    looked_at   integer NOT NULL DEFAULT 0,
    moved       integer NOT NULL DEFAULT 0,
    failed      integer NOT NULL DEFAULT 0,
    reached     text NOT NULL DEFAULT '',
    created     timestamptz NOT NULL DEFAULT now(),
    begins      timestamptz NOT NULL,
    finished    timestamptz
);
COMMENT ON COLUMN workflow.recount.calendars IS 'what it concerns: the changed calendar and those that stand on it';
COMMENT ON COLUMN workflow.recount.every_other IS 'also tasks of calendars that do not exist: the province''s counts for them';
COMMENT ON COLUMN workflow.recount.reached IS 'the last task that was looked at';
COMMENT ON COLUMN workflow.recount.begins IS 'when every node counts by the new calendar';
CREATE INDEX recount_open ON workflow.recount (begins) WHERE finished IS NULL;
CREATE INDEX recount_calendar ON workflow.recount (calendar, id DESC);

CREATE TABLE workflow.recount_change (
    recount  bigint NOT NULL REFERENCES workflow.recount (id),
    task_id  text NOT NULL,
    city     text NOT NULL,
    due_was  timestamptz NOT NULL,
    due      timestamptz,
    problem  text,
    at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (recount, task_id)
);
COMMENT ON COLUMN workflow.recount_change.problem IS 'past: it can no longer be kept; promise: it lies after the date promised to the customer; beyond: its year is not loaded; busy: it could not be moved';
ALTER TABLE workflow.recount_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.recount_change USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- 升级: what was done because a task was late, or about to be. The key lets no level act twice.
CREATE TABLE workflow.escalation (
    task_id text NOT NULL,
    level   integer NOT NULL,
    round   integer NOT NULL,
    city    text NOT NULL,
    action  text NOT NULL CHECK (action IN ('remind', 'superior', 'reassign')),
    rule    text NOT NULL,
    version integer NOT NULL,
    told    text NOT NULL,
    at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (task_id, level, round)
);
COMMENT ON COLUMN workflow.escalation.told IS 'a person, or the group whose inbox it lies in';
ALTER TABLE workflow.escalation ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.escalation USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

CREATE TABLE workflow.escalation_table (
    version integer NOT NULL
);
COMMENT ON TABLE workflow.escalation_table IS 'the version that every open task was held against; a newer one is looked at for all of them';
INSERT INTO workflow.escalation_table (version) VALUES (0);

-- What happened to a task's time, for timelines.
CREATE TABLE workflow.clock_event (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id           text NOT NULL,
    instance_id       text NOT NULL,
    root_business_key text,
    city              text NOT NULL,
    at                timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind              text NOT NULL CHECK (kind IN ('reminded', 'superior', 'reassigned', 'moved', 'stopped', 'noted', 'resumed')),
    actor             text,
    words             text[] NOT NULL
);
CREATE INDEX clock_event_instance ON workflow.clock_event (instance_id, at);
CREATE INDEX clock_event_root ON workflow.clock_event (root_business_key, at);
ALTER TABLE workflow.clock_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.clock_event USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- Through a function of the owner, as the index of tasks is written (V032): the next task may lie in another city than the person.
CREATE FUNCTION workflow.clock_started(
    task text, city text, calendar text, started timestamptz, duration text, due timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO workflow.task_clock (task_id, city, calendar, started, duration, due)
    VALUES (task, city, calendar, started, duration, due)
    ON CONFLICT (task_id) DO NOTHING
$$;
