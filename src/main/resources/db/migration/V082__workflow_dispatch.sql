-- Who gets what: who is at work, who stands in for whom, and why a task was given to somebody.

-- What somebody says of themselves; without it the calendar of their work and their absences say it.
CREATE TABLE workflow.presence (
    person text PRIMARY KEY,
    present boolean NOT NULL,
    until timestamptz NOT NULL,
    said timestamptz NOT NULL
);

-- Somebody is not there, or lets somebody else stand in for them, or both. Days are the province's, the last one included.
CREATE TABLE workflow.absence (
    id uuid PRIMARY KEY,
    person text NOT NULL,
    substitute text,
    first_day date NOT NULL,
    last_day date NOT NULL,
    away boolean NOT NULL,
    processes text[],
    cities text[],
    amount_limit numeric(14, 2),
    note text,
    entered_by text NOT NULL,
    entered timestamptz NOT NULL,
    ended timestamptz,
    ended_by text,
    CHECK (last_day >= first_day),
    CHECK (away OR substitute IS NOT NULL),
    CHECK (substitute <> person)
);
COMMENT ON COLUMN workflow.absence.away IS 'counts as absent; without it somebody stands in for a person who goes on working';
COMMENT ON COLUMN workflow.absence.processes IS 'null: all';
COMMENT ON COLUMN workflow.absence.cities IS 'null: all';
COMMENT ON COLUMN workflow.absence.amount_limit IS 'tasks about a larger amount are not the substitute''s, in yuan';
CREATE INDEX absence_person ON workflow.absence (person, last_day);
CREATE INDEX absence_substitute ON workflow.absence (substitute, last_day) WHERE ended IS NULL;

CREATE FUNCTION workflow.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (now() AT TIME ZONE 'Asia/Shanghai')::date;

-- Beside the table's row, who was considered for the task and who was chosen.
ALTER TABLE workflow.task_decision ADD COLUMN choice jsonb;

-- Who has worked on a case.
CREATE INDEX closed_task_case ON workflow.closed_task (root_business_key, closed_by, closed) WHERE outcome = 'completed';
