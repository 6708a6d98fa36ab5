-- The newest first of one city, and of all, by an index that has all the list needs to find and count its rows (ADR 20).
DROP INDEX workflow.instance_started;
CREATE INDEX instance_started ON workflow.instance (started DESC, id) INCLUDE (city);
DROP INDEX workflow.instance_state;
CREATE INDEX instance_city ON workflow.instance (city, started DESC, id) INCLUDE (state);
CREATE INDEX instance_process ON workflow.instance (city, process, started DESC, id) INCLUDE (state);
CREATE INDEX instance_unusual ON workflow.instance (city, state, process, started DESC, id) WHERE state <> 'completed';

DROP INDEX workflow.closed_task_person;
CREATE INDEX closed_task_person ON workflow.closed_task (closed_by, closed DESC, task_id) INCLUDE (city) WHERE outcome = 'completed';

DROP INDEX provisioning.work_order_created;
CREATE INDEX work_order_created ON provisioning.work_order (created DESC, id DESC) INCLUDE (city);
DROP INDEX provisioning.work_order_city;
CREATE INDEX work_order_city ON provisioning.work_order (city, created DESC, id DESC);
CREATE INDEX work_order_unfinished ON provisioning.work_order (city, state, created DESC, id DESC) WHERE state <> 'archived';

CREATE INDEX fallout_created ON provisioning.fallout (created DESC, id DESC) INCLUDE (city);
CREATE INDEX fallout_city ON provisioning.fallout (city, created DESC, id DESC);
