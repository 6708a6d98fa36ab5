-- A service that is opened by two at once may be there in part.
ALTER TABLE provisioning.service_order DROP CONSTRAINT service_order_state_check;
ALTER TABLE provisioning.service_order ADD CONSTRAINT service_order_state_check
    CHECK (state IN ('acknowledged', 'inProgress', 'held', 'completed', 'partial', 'failed', 'cancelled'));

-- Network and partner build MAS together, so it is sold.
UPDATE catalog.product_offering
SET lifecycle = 'launched', unavailable = NULL, unavailable_en = NULL
WHERE id = 'mas';
