-- The last copy of the CRM's customers (TMF629, ESOP 6.5): the CRM is the master, nothing here is edited.
CREATE TABLE customer.customer (
    id             text PRIMARY KEY,
    city           text NOT NULL,
    name           text NOT NULL,
    name_en        text,
    level          text NOT NULL CHECK (level IN ('A', 'B', 'C')),
    industry       text,
    member_count   integer NOT NULL DEFAULT 0,
    manager        text,
    manager_name   text,
    address        text,
    status         text NOT NULL,
    customer_since timestamptz,
    search         text NOT NULL,
    refreshed      timestamptz NOT NULL
);
CREATE INDEX customer_by_name ON customer.customer (city, name COLLATE "zh-Hans-CN-x-icu");

CREATE TABLE customer.contact (
    customer_id text NOT NULL REFERENCES customer.customer (id),
    position    integer NOT NULL,
    city        text NOT NULL,
    name        text NOT NULL,
    title       text,
    phone       text,
    email       text,
    PRIMARY KEY (customer_id, position)
);

-- One row: when the copy was last made whole, and by whom it is being made now.
CREATE TABLE customer.refresh (
    id       boolean PRIMARY KEY DEFAULT true CHECK (id),
    started  timestamptz,
    finished timestamptz,
    total    integer NOT NULL DEFAULT 0,
    problem  text
);
INSERT INTO customer.refresh (id) VALUES (true);

ALTER TABLE customer.customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON customer.customer USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE customer.contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON customer.contact USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
