-- Files laid to a task. Their bytes lie in parts, so that neither taking one in nor handing one out holds all of it in memory.
CREATE TABLE workflow.task_attachment (
    id uuid PRIMARY KEY,
    task_id text NOT NULL,
    instance_id text NOT NULL,
    city text NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    added_by text NOT NULL,
    added timestamptz NOT NULL,
    removed_by text,
    removed timestamptz
);
CREATE INDEX task_attachment_task ON workflow.task_attachment (task_id, added) WHERE removed IS NULL;
ALTER TABLE workflow.task_attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.task_attachment USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

CREATE TABLE workflow.attachment_part (
    attachment_id uuid NOT NULL,
    number integer NOT NULL,
    city text NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (attachment_id, number)
);
-- Most of what is attached is compressed already.
ALTER TABLE workflow.attachment_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE workflow.attachment_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.attachment_part USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
