-- Who sees the register of partners, each those of their own cities; it is changed by whoever works for the whole province.
INSERT INTO identity.role_module (role, module, access) VALUES
    ('admin', 'partners', 'write'),
    ('city-admin', 'partners', 'read'),
    ('manager', 'partners', 'read'),
    ('operations', 'partners', 'read');
