-- Few orders change or end something; most begin it, and those are found by their day.
CREATE INDEX product_order_category ON ordering.product_order (city, category, created DESC, id DESC)
    WHERE category <> 'subscription';
