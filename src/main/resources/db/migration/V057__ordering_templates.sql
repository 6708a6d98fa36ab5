-- What is ordered again and again (订单模板, ESOP 6.3.2.2, 6.5.2): products with their characteristics, kept by a person or shared in a city.
CREATE SEQUENCE ordering.order_template_number;

CREATE TABLE ordering.order_template (
    id         text PRIMARY KEY,
    city       text NOT NULL,
    name       text NOT NULL,
    shared     boolean NOT NULL,
    owner      text NOT NULL,
    owner_name text NOT NULL,
    priority   integer NOT NULL CHECK (priority BETWEEN 0 AND 4),
    note       text,
    items      jsonb NOT NULL,
    changed    timestamptz NOT NULL,
    revision   integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE ordering.order_template IS '订单模板';
CREATE UNIQUE INDEX order_template_shared_name ON ordering.order_template (city, name) WHERE shared;
CREATE UNIQUE INDEX order_template_own_name ON ordering.order_template (owner, name) WHERE NOT shared;

ALTER TABLE ordering.order_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON ordering.order_template USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
