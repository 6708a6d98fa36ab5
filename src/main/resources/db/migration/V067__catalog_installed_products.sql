-- Partners install the mobile mailbox, so it is sold; they are told where.
UPDATE catalog.product_offering
SET lifecycle = 'launched', unavailable = NULL, unavailable_en = NULL
WHERE id = 'mobile-mail';

UPDATE catalog.product_offering
SET characteristics = characteristics || '[
      {"name": "installAddress", "label": "安装地址", "labelEn": "Installation address", "type": "string", "required": false, "maxLength": 120}
    ]'::jsonb
WHERE id = 'mobile-mail';
