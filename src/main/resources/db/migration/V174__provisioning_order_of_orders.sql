-- 避免隔单: which later orders stand on an earlier one, by the subscription both are about where it is recorded (ESOP 6.11.2).

CREATE FUNCTION provisioning.subscription_of(product_order text, service_order text) RETURNS text
    LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN s.action = 'add' THEN s.id ELSE nullif(s.subscription, s.id) END
    FROM provisioning.subscription_order s
    WHERE s.product_order_id = product_order
        AND s.services && ARRAY[service_order, regexp_replace(service_order, '-\d+$', '')]
    ORDER BY s.id
    LIMIT 1
$$;
COMMENT ON FUNCTION provisioning.subscription_of IS 'null where none is recorded, or what was changed is not known; one that was opened anew (SO1-2) is what it was first';

CREATE FUNCTION provisioning.later_orders(product_order text) RETURNS SETOF text
    LANGUAGE sql STABLE AS $$
    SELECT DISTINCT later.product_order_id
    FROM provisioning.service_order mine
    JOIN provisioning.service_order later
        ON later.customer_id = mine.customer_id AND later.product = mine.product
        AND later.created > mine.created AND later.product_order_id <> mine.product_order_id
    WHERE mine.product_order_id = product_order AND mine.state IN ('completed', 'partial')
        AND (later.state IN ('inProgress', 'held', 'completed', 'partial') OR later.state = 'acknowledged' AND later.started IS NOT NULL)
        AND NOT EXISTS (
            SELECT 1 FROM provisioning.rollback r
            WHERE r.product_order_id = later.product_order_id AND r.state = 'undone' AND r.back_to IS NULL
                AND coalesce(r.service_order_id, later.id) = later.id)
        AND (provisioning.subscription_of(mine.product_order_id, mine.id)
            = provisioning.subscription_of(later.product_order_id, later.id)) IS NOT FALSE
$$;
COMMENT ON FUNCTION provisioning.later_orders IS 'those that took effect, or are doing so, directly after it';

ALTER TABLE provisioning.rollback ADD COLUMN stops_order boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN provisioning.rollback.stops_order IS 'part of stopping an order under way, which nothing that is completed stands on';

CREATE FUNCTION provisioning.newest_order_first() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    later text := (SELECT string_agg(id, ', ') FROM provisioning.later_orders(NEW.product_order_id) id);
BEGIN
    IF later IS NOT NULL THEN
        RAISE EXCEPTION 'order % has later ones that are not taken back: %', NEW.product_order_id, later USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER newest_order_first BEFORE INSERT ON provisioning.rollback
    FOR EACH ROW WHEN (NEW.service_order_id IS NULL AND NOT NEW.stops_order) EXECUTE FUNCTION provisioning.newest_order_first();
