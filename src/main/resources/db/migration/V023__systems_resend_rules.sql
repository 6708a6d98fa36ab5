-- 重发规则 are edited in the console (ESOP 6.11.2): by designers, and by operations of the whole province.
ALTER TABLE systems.resend_policy ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
ALTER TABLE systems.resend_policy ADD COLUMN changed_by text;
ALTER TABLE systems.resend_policy ADD COLUMN changed timestamptz;

INSERT INTO identity.role_module (role, module, access) VALUES
    ('designer', 'rules', 'write'),
    ('operations', 'rules', 'write'),
    ('manager', 'rules', 'read'),
    ('admin', 'rules', 'read');
