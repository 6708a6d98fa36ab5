-- 交付预警: how long services and work orders usually still take from a step on, and what is under way and will therefore not be done in time.

CREATE TABLE provisioning.usual_time (
    what        text NOT NULL CHECK (what IN ('service', 'work')),
    product     text NOT NULL,
    action      text NOT NULL,
    step        text NOT NULL,
    cases       integer NOT NULL,
    median      interval NOT NULL,
    nine_of_ten interval NOT NULL,
    refreshed   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (what, product, action, step)
);
COMMENT ON TABLE provisioning.usual_time IS 'of the province as a whole: durations only, of nobody in particular';
COMMENT ON COLUMN provisioning.usual_time.step IS 'a step of a service, or begin or sign-off; of a work order unit:dispatched or unit:executed';
COMMENT ON COLUMN provisioning.usual_time.median IS 'from the beginning of the step to the end of the service or work order';

CREATE TABLE provisioning.at_risk (
    subject          text PRIMARY KEY,
    product_order_id text NOT NULL,
    city             text NOT NULL,
    step             text NOT NULL,
    due              timestamptz NOT NULL,
    expected         timestamptz NOT NULL,
    cases            integer NOT NULL,
    since            timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN provisioning.at_risk.subject IS 'id of an order or a work order';
COMMENT ON COLUMN provisioning.at_risk.expected IS 'when it will be done, by what is usual';
CREATE INDEX at_risk_order ON provisioning.at_risk (product_order_id);

ALTER TABLE provisioning.at_risk ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.at_risk USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- The latest of a product, and what is under way, without looking at what is over.
CREATE INDEX service_order_completed ON provisioning.service_order (product, type, completed DESC) WHERE state = 'completed';
CREATE INDEX service_order_under_way ON provisioning.service_order (product_order_id) WHERE state IN ('acknowledged', 'inProgress', 'held');
CREATE INDEX requested_step_service_order ON provisioning.requested_step (service_order_id, requested);
