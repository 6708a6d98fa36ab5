-- The newest of a long past without sorting all of it: measured with 1,000,000 orders, the first page of instances took 700 ms
-- (docs/benchmarks.md).
CREATE INDEX instance_started ON workflow.instance (started DESC, id);
