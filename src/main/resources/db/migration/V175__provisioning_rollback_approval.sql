-- 回退审批: what a person wants taken back of ended orders waits until somebody else agrees. ESOP 6.11.2.
ALTER TABLE provisioning.rollback_batch_item DROP CONSTRAINT rollback_batch_item_state_check;
ALTER TABLE provisioning.rollback_batch_item ADD CONSTRAINT rollback_batch_item_state_check
    CHECK (state IN ('proposed', 'waiting', 'begun', 'refused'));
ALTER TABLE provisioning.rollback_batch_item ADD COLUMN back_to text;
ALTER TABLE provisioning.rollback_batch_item ADD COLUMN approver text;
ALTER TABLE provisioning.rollback_batch_item ADD COLUMN opinion text;
COMMENT ON COLUMN provisioning.rollback_batch_item.state IS 'proposed: nobody has agreed yet; waiting: for later orders of the batch';
COMMENT ON COLUMN provisioning.rollback_batch_item.back_to IS 'key of the oldest step that is to be taken back; null where all of them are';
COMMENT ON COLUMN provisioning.rollback_batch_item.opinion IS 'of the approver, who is not the person';
CREATE UNIQUE INDEX rollback_batch_item_proposed ON provisioning.rollback_batch_item (product_order_id) WHERE state = 'proposed';
