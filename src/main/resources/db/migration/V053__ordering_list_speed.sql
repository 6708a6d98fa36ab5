-- Which products an order is about, so that the filter by product does not look into the items.
ALTER TABLE ordering.product_order ADD COLUMN offering_ids text[] NOT NULL DEFAULT '{}';
UPDATE ordering.product_order
   SET offering_ids = ARRAY (SELECT DISTINCT item.offering_id
                               FROM ordering.product_order_item item
                              WHERE item.order_id = product_order.id);
DROP INDEX ordering.product_order_item_offering;
