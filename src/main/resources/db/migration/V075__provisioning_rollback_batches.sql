-- 批量回退: several orders taken back together, each with a result of its own; one that others stand on waits for them (避免隔单). ESOP 6.11.2.
CREATE SEQUENCE provisioning.rollback_batch_number;

CREATE TABLE provisioning.rollback_batch_item (
    batch            text NOT NULL,
    position         integer NOT NULL CHECK (position > 0),
    product_order_id text NOT NULL,
    city             text NOT NULL,
    reason           text NOT NULL,
    person           text,
    state            text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'begun', 'refused')),
    rollback         text REFERENCES provisioning.rollback (id),
    obstacle         text,
    created          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (batch, position),
    UNIQUE (batch, product_order_id)
);
COMMENT ON COLUMN provisioning.rollback_batch_item.position IS '1 is the newest order';
CREATE INDEX rollback_batch_item_waiting ON provisioning.rollback_batch_item (batch) WHERE state = 'waiting';
CREATE INDEX rollback_batch_item_order ON provisioning.rollback_batch_item (product_order_id);

ALTER TABLE provisioning.rollback_batch_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.rollback_batch_item USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
