-- 催单 is the daily call of whoever looks after the customer; to stop work stays with operations. ESOP 6.3.2.2.
INSERT INTO identity.role_module (role, module, access) VALUES ('account-manager', 'expedite', 'write');
