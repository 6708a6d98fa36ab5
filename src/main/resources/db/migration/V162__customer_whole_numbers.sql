-- A telephone number is found only when it is typed whole: what is searched by fragments holds none any more.
UPDATE customer.customer c
   SET search = lower(concat_ws(E'\n', c.id, c.name, c.name_en, (
           SELECT string_agg(p.name, E'\n' ORDER BY p.position) FROM customer.contact p WHERE p.customer_id = c.id)));
CREATE INDEX contact_phone ON customer.contact (phone);

UPDATE intake.intake
   SET search = lower(concat_ws(E'\n', id, customer_name, customer_id, contact_name, external_id));
