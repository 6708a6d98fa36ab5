-- What somebody has typed into a task's form and not yet sent. Gone with the task: workflow.task_closed takes it along.
CREATE TABLE workflow.task_draft (
    task_id text NOT NULL,
    person  text NOT NULL,
    city    text NOT NULL,
    content text NOT NULL,
    saved   timestamptz NOT NULL,
    PRIMARY KEY (task_id, person)
);
COMMENT ON COLUMN workflow.task_draft.content IS 'JSON: per field what was typed and how the field was called then';
ALTER TABLE workflow.task_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.task_draft USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
