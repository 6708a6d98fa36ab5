-- Managers look at orders; entering them is the channels' work. Experts, finance and legal see what they judge.
INSERT INTO identity.role_module (role, module, access)
VALUES ('manager', 'orders', 'read'), ('expert', 'orders', 'read'), ('finance', 'orders', 'read'), ('legal', 'orders', 'read')
    ON CONFLICT (role, module) DO UPDATE SET access = excluded.access;
