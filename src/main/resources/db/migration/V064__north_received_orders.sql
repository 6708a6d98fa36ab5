-- What other systems ordered through TM Forum's API, in their own words: the number they know it by and how they number its items.
CREATE SCHEMA north;
GRANT USAGE ON SCHEMA north TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA north GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO esop_app;

CREATE TABLE north.received_order (
    order_id    text PRIMARY KEY,
    city        text NOT NULL,
    client      text NOT NULL,
    external_id text,
    content     text NOT NULL,
    item_ids    text[] NOT NULL,
    received    timestamptz NOT NULL
);
COMMENT ON TABLE north.received_order IS '外部系统受理的订单';
COMMENT ON COLUMN north.received_order.content IS 'SHA-256 of what was ordered, to tell a repetition from another order under the same number';
CREATE UNIQUE INDEX received_order_once ON north.received_order (client, external_id);
CREATE INDEX received_order_external_id ON north.received_order (external_id);

ALTER TABLE north.received_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON north.received_order USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
