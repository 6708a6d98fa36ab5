-- A service that ends gives back what its opening took: which of the opening's steps the ending answers for (ESOP 6.3.2.1.1.2(6)).
CREATE TABLE provisioning.ended_step (
    aggregate        text NOT NULL,
    name             text NOT NULL,
    generation       integer NOT NULL,
    service_order_id text NOT NULL REFERENCES provisioning.service_order (id),
    ended_by         text NOT NULL,
    city             text NOT NULL,
    PRIMARY KEY (service_order_id, ended_by),
    UNIQUE (aggregate, name, generation, service_order_id)
);
COMMENT ON TABLE provisioning.ended_step IS '业务撤销收回的开通步骤';
COMMENT ON COLUMN provisioning.ended_step.aggregate IS 'with name and generation the step of the opening';
COMMENT ON COLUMN provisioning.ended_step.ended_by IS 'the step of the ending service order';

ALTER TABLE provisioning.ended_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.ended_step USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- Which of a customer's subscriptions an item ends, where it was said.
ALTER TABLE ordering.product_order_item ADD COLUMN subscription text;
