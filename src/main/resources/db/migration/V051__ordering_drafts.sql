-- An order somebody has begun to enter: their own, of no city yet, so without row-level security and found by person only.
CREATE TABLE ordering.order_draft (
    person  text PRIMARY KEY,
    content text NOT NULL,
    saved   timestamptz NOT NULL
);
