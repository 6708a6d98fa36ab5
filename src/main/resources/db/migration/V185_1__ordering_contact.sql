-- Whom to call about an order, where somebody was named at its entry (集团联系人信息, ESOP 6.5.2).
ALTER TABLE ordering.product_order
    ADD COLUMN contact_name text,
    ADD COLUMN contact_phone text,
    ADD CHECK ((contact_name IS NULL) = (contact_phone IS NULL));
COMMENT ON COLUMN ordering.product_order.contact_name IS '本订单的联系人';
