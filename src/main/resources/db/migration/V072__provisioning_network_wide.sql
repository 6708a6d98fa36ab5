-- 全网业务: what the first level opens may be there in part, and may stop for a while.
ALTER TABLE provisioning.service_order DROP CONSTRAINT IF EXISTS service_order_state_check;
ALTER TABLE provisioning.service_order ADD CONSTRAINT service_order_state_check
    CHECK (state IN ('acknowledged', 'inProgress', 'held', 'completed', 'partial', 'failed', 'cancelled'));
ALTER TABLE provisioning.service_order ADD COLUMN stopped_by_unit boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN provisioning.service_order.stopped_by_unit IS 'held because whoever opens it has stopped, and not by a fallout';
