-- Kept filters by process or customer are counted at every change of the inbox: with 200,000 tasks a count that found none read them all.
CREATE INDEX task_inbox_process ON workflow.task_inbox (inbox, process, due, task_id) INCLUDE (city, assignee, sole);
CREATE INDEX task_inbox_customer ON workflow.task_inbox (customer_id, inbox) WHERE customer_id IS NOT NULL;
