-- Network and partner build MAS together, so it is sold.
UPDATE catalog.product_offering
SET lifecycle = 'launched', unavailable = NULL, unavailable_en = NULL
WHERE id = 'mas';
