-- What customers have ordered (订单, TMF622 ProductOrder, ESOP 6.5.2): ESOP is the master while an order is in flight.
CREATE SEQUENCE ordering.product_order_number;
CREATE SEQUENCE ordering.service_order_number;

CREATE TABLE ordering.product_order (
    id                   text PRIMARY KEY,
    city                 text NOT NULL,
    category             text NOT NULL CHECK (category IN ('subscription', 'change', 'cancellation')),
    template             text,
    priority             integer NOT NULL CHECK (priority BETWEEN 0 AND 4),
    customer_id          text NOT NULL,
    customer_name        text NOT NULL,
    customer_level       text NOT NULL,
    contact_id           text,
    receiver             text NOT NULL,
    receiver_name        text NOT NULL,
    created              timestamptz NOT NULL,
    requested_date       date,
    due                  timestamptz NOT NULL,
    note                 text,
    state                text NOT NULL
        CHECK (state IN ('acknowledged', 'rejected', 'pending', 'held', 'inProgress', 'cancelled', 'completed', 'failed',
                         'partial', 'assessingCancellation', 'pendingCancellation')),
    service_orders       integer NOT NULL DEFAULT 0,
    service_orders_ended integer NOT NULL DEFAULT 0,
    open_fallouts        integer NOT NULL DEFAULT 0,
    completed            timestamptz,
    message              text,
    mirror_state         text,
    mirrored             timestamptz,
    instance_id          text,
    search               text NOT NULL,
    revision             integer NOT NULL DEFAULT 1
);
COMMENT ON COLUMN ordering.product_order.category IS '订单类型';
COMMENT ON COLUMN ordering.product_order.template IS '订单模板';
COMMENT ON COLUMN ordering.product_order.contact_id IS '客户接触标识';
COMMENT ON COLUMN ordering.product_order.receiver IS '受理人标识';
COMMENT ON COLUMN ordering.product_order.due IS 'the requested date, or lead time of the slowest product from entry on';
COMMENT ON COLUMN ordering.product_order.mirror_state IS 'the last state the CRM has confirmed';
CREATE INDEX product_order_created ON ordering.product_order (created DESC, id DESC);
CREATE INDEX product_order_city_created ON ordering.product_order (city, created DESC, id DESC);
CREATE INDEX product_order_customer ON ordering.product_order (customer_id, created DESC);
CREATE INDEX product_order_open ON ordering.product_order (city, due) WHERE completed IS NULL;

CREATE TABLE ordering.product_order_item (
    id               text PRIMARY KEY,
    order_id         text NOT NULL REFERENCES ordering.product_order (id),
    position         integer NOT NULL,
    city             text NOT NULL,
    offering_id      text NOT NULL,
    offering_name    text NOT NULL,
    offering_name_en text NOT NULL,
    action           text NOT NULL CHECK (action IN ('add', 'modify', 'delete')),
    quantity         integer NOT NULL CHECK (quantity > 0),
    state            text NOT NULL,
    characteristics  jsonb NOT NULL,
    UNIQUE (order_id, position)
);
CREATE INDEX product_order_item_offering ON ordering.product_order_item (offering_id, order_id);

-- What happened to an order, as its timeline tells it; the sentence is made from kind and params in the reader's language.
CREATE TABLE ordering.order_event (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id text NOT NULL REFERENCES ordering.product_order (id),
    city     text NOT NULL,
    at       timestamptz NOT NULL,
    kind     text NOT NULL,
    actor    text,
    subject  text NOT NULL,
    params   jsonb NOT NULL
);
CREATE INDEX order_event_order ON ordering.order_event (order_id, id);

-- What the telephone manager heard from the customer afterwards (回访).
CREATE TABLE ordering.return_call (
    order_id     text PRIMARY KEY REFERENCES ordering.product_order (id),
    city         text NOT NULL,
    at           timestamptz NOT NULL,
    caller       text,
    satisfaction text NOT NULL,
    remarks      text
);

ALTER TABLE ordering.product_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON ordering.product_order USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE ordering.product_order_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON ordering.product_order_item USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE ordering.order_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON ordering.order_event USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE ordering.return_call ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON ordering.return_call USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
