-- What the people below somebody have in hand, first due first.
CREATE INDEX open_task_assignee ON workflow.open_task (assignee, due, task_id) INCLUDE (city) WHERE assignee IS NOT NULL;
