CREATE INDEX task_event_root ON workflow.task_event (root_business_key, at);
