-- What somebody is told about themselves, a substitution for example, belongs to no task.
ALTER TABLE workflow.notice ALTER COLUMN task_id DROP NOT NULL;
