-- 跳过、回退本项、回退后重办、整单回退: what else may become of a fallout. ESOP 6.11.2.
ALTER TABLE provisioning.fallout DROP CONSTRAINT fallout_resolution_check;
ALTER TABLE provisioning.fallout ADD CONSTRAINT fallout_resolution_check
    CHECK (resolution IN ('retry', 'correct', 'manual', 'abort', 'answered', 'skip', 'roll-back-item', 'renew', 'roll-back-order'));
ALTER TABLE provisioning.fallout ADD COLUMN approver text;
ALTER TABLE provisioning.fallout ADD COLUMN opinion text;
COMMENT ON COLUMN provisioning.fallout.plan IS 'what the policy said, in the words of resolution';
COMMENT ON COLUMN provisioning.fallout.opinion IS 'of the approver, who is not the resolver';

ALTER TABLE provisioning.service_order ADD COLUMN replaced_by text REFERENCES provisioning.service_order (id);
COMMENT ON COLUMN provisioning.service_order.replaced_by IS 'rolled back and opened anew under this id; what depended on it depends on that one';

ALTER TABLE provisioning.rollback ADD COLUMN service_order_id text REFERENCES provisioning.service_order (id);
COMMENT ON COLUMN provisioning.rollback.service_order_id IS 'null where it is about the whole order';
DROP INDEX provisioning.rollback_running;
CREATE UNIQUE INDEX rollback_running ON provisioning.rollback (product_order_id, coalesce(service_order_id, '')) WHERE state = 'running';
CREATE INDEX rollback_running_customer ON provisioning.rollback (customer_id) WHERE state = 'running';
