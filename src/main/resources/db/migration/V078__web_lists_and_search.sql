-- Lists over a long past (ADR 20). Search by a fragment: row-level security forbids an index for it, because "contains" is not leakproof.
-- So what is searched lies in a table without it, which only esop.web.FragmentSearch reads, and never without naming cities.
CREATE FUNCTION web.fragments(content text, shortest integer, longest integer) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY (
        SELECT DISTINCT substr(content, start, size)
        FROM generate_series(shortest, longest) AS size, generate_series(1, length(content) - size + 1) AS start);
COMMENT ON FUNCTION web.fragments IS 'what a text holds of so many characters each; two make a Chinese name';

CREATE TABLE web.searchable (
    kind    text NOT NULL,
    id      text NOT NULL,
    city    text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (kind, city, id)
);
COMMENT ON COLUMN web.searchable.content IS 'in small letters';
GRANT SELECT, INSERT ON web.searchable TO esop_app;

INSERT INTO web.searchable (kind, id, city, content)
SELECT 'order', id, city, search FROM ordering.product_order
UNION ALL
SELECT 'work-order', id, city, lower(concat_ws(E'\n', id, service_order_id, product_order_id, customer_name)) FROM provisioning.work_order;

-- What waits to be sorted in is read as a whole by every search: little of it. Without statistics the index is always thought worth while.
CREATE INDEX searchable_fragments ON web.searchable USING gin (web.fragments(content, 1, 3)) WITH (gin_pending_list_limit = 256);
ALTER INDEX web.searchable_fragments ALTER COLUMN 1 SET STATISTICS 0;

-- Orders by product, the newest first: an array in the order's row cannot be in such an index.
CREATE TABLE ordering.ordered_product (
    id      text NOT NULL,
    product text NOT NULL,
    city    text NOT NULL,
    created timestamptz NOT NULL,
    PRIMARY KEY (id, product)
);
COMMENT ON TABLE ordering.ordered_product IS 'the same as offering_ids of the order';
INSERT INTO ordering.ordered_product (id, product, city, created)
SELECT DISTINCT id, unnest(offering_ids), city, created FROM ordering.product_order;
CREATE INDEX ordered_product_newest ON ordering.ordered_product (city, product, created DESC, id DESC);
CREATE INDEX ordered_product_newest_anywhere ON ordering.ordered_product (product, created DESC, id DESC) INCLUDE (city);
ALTER TABLE ordering.ordered_product ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON ordering.ordered_product USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- With the city in the index, row-level security is asked without looking at the rows.
DROP INDEX ordering.product_order_created;
CREATE INDEX product_order_created ON ordering.product_order (created DESC, id DESC) INCLUDE (city);
CREATE INDEX product_order_state ON ordering.product_order (city, state, created DESC, id DESC);
CREATE INDEX product_order_late ON ordering.product_order (city, created DESC, id DESC) WHERE completed IS NOT NULL AND due < completed;
DROP INDEX ordering.product_order_customer;
CREATE INDEX product_order_customer ON ordering.product_order (customer_id, created DESC, id DESC) INCLUDE (city);
