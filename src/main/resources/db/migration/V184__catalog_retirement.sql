-- 集团产品生命周期管理 (ESOP 6.6.3): since when a product is no longer sold, and who may say so.
ALTER TABLE catalog.product_offering ADD COLUMN retired timestamptz;
UPDATE catalog.product_offering SET retired = now() WHERE lifecycle = 'retired';
ALTER TABLE catalog.product_offering ADD CHECK ((lifecycle = 'retired') = (retired IS NOT NULL));
COMMENT ON COLUMN catalog.product_offering.retired IS '停售时间';

INSERT INTO identity.role_module (role, module, access)
VALUES ('designer', 'catalogue', 'write'), ('admin', 'catalogue', 'write')
    ON CONFLICT (role, module) DO NOTHING;
