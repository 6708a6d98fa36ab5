-- From an order or an opportunity back to the intake it came of, and from what began a subscription on to what ends it.
CREATE INDEX intake_order ON intake.intake (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX intake_opportunity ON intake.intake (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX cancelled_subscription_subscription ON cancellation.cancelled_subscription (subscription);

-- What somebody has begun, newest first, with its state and beside what others began.
CREATE INDEX instance_started_by ON workflow.instance (started_by, started DESC, id) INCLUDE (city, state)
    WHERE started_by IS NOT NULL AND parent_id IS NULL;
