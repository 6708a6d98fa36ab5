-- 订购类定单: that a customer now subscribes to a product, changes it or ends it, as the CRM is told and keeps it. ESOP 6.3.2.1.1.1(2).

CREATE SEQUENCE provisioning.subscription_order_number;

CREATE TABLE provisioning.subscription_order (
    id               text PRIMARY KEY,
    product_order_id text NOT NULL,
    order_item_id    text NOT NULL,
    city             text NOT NULL,
    customer_id      text NOT NULL,
    product          text NOT NULL,
    action           text NOT NULL CHECK (action IN ('add', 'modify', 'delete')),
    characteristics  jsonb NOT NULL,
    services         text[] NOT NULL,
    state            text NOT NULL DEFAULT 'acknowledged'
        CHECK (state IN ('acknowledged', 'inProgress', 'completed', 'failed', 'rejected', 'cancelled')),
    subscription     text,
    crm_id           text,
    registered_with  text,
    message          text,
    created          timestamptz NOT NULL DEFAULT now(),
    completed        timestamptz
);
COMMENT ON COLUMN provisioning.subscription_order.services IS 'the service orders it stands for, as they were decomposed';
COMMENT ON COLUMN provisioning.subscription_order.subscription IS 'what it begins, changes or ends: the id of the subscription order that began it';
COMMENT ON COLUMN provisioning.subscription_order.crm_id IS 'the number under which the CRM keeps it';
COMMENT ON COLUMN provisioning.subscription_order.registered_with IS 'the service order whose step tells the CRM';
CREATE INDEX subscription_order_product_order ON provisioning.subscription_order (product_order_id);
CREATE INDEX subscription_order_customer ON provisioning.subscription_order (customer_id, subscription, completed DESC) WHERE state = 'completed';
CREATE INDEX subscription_order_under_way ON provisioning.subscription_order (subscription) WHERE state = 'inProgress';

ALTER TABLE provisioning.subscription_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.subscription_order USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
