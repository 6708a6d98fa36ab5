-- Administrators are graded (ESOP 6.11.1.2): who has a grade may give roles up to it, to people below.
ALTER TABLE identity.role ADD COLUMN grade int NOT NULL DEFAULT 0 CHECK (grade BETWEEN 0 AND 2);
UPDATE identity.role SET grade = 2 WHERE id = 'admin';
INSERT INTO identity.role (id, name, name_en, grade) VALUES ('city-admin', '地市管理员', 'City administrator', 1);
INSERT INTO identity.role_module (role, module, access) VALUES
    ('city-admin', 'inbox', 'write'),
    ('city-admin', 'people', 'write'),
    ('admin', 'people', 'write');
