-- As V055 for work orders, whose table has a higher number: 250 ms for the newest of 1,000,000.
CREATE INDEX IF NOT EXISTS work_order_created ON provisioning.work_order (created DESC, id DESC);
