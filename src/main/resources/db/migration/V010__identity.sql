-- Who works with ESOP, what they may do (roles open modules) and whose data they see (cities). ESOP 6.11.1.

-- The cities of the current transaction, set by the transaction manager: a comma list, '*' for workers, unset for nobody.
-- A plain expression, so that the planner puts it into the policies instead of calling it.
CREATE FUNCTION identity.in_scope(city text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('app.cities', true) = '*' OR city = ANY (string_to_array(current_setting('app.cities', true), ','));

CREATE TABLE identity.organization (
    id      text PRIMARY KEY,
    parent  text REFERENCES identity.organization (id),
    kind    text NOT NULL CHECK (kind IN ('province', 'city', 'county', 'department', 'partner')),
    name    text NOT NULL,
    name_en text NOT NULL,
    city    text
);
CREATE INDEX organization_parent ON identity.organization (parent);

CREATE TABLE identity.person (
    id             text PRIMARY KEY,
    name           text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('person', 'client')),
    organization   text NOT NULL REFERENCES identity.organization (id),
    superior       text REFERENCES identity.person (id),
    password_hash  text NOT NULL,
    active         boolean NOT NULL DEFAULT true,
    rights_version integer NOT NULL DEFAULT 1,
    created        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_superior ON identity.person (superior);

CREATE TABLE identity.role (
    id      text PRIMARY KEY,
    name    text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE identity.person_role (
    person text NOT NULL REFERENCES identity.person (id),
    role   text NOT NULL REFERENCES identity.role (id),
    PRIMARY KEY (person, role)
);
CREATE INDEX person_role_role ON identity.person_role (role, person);

CREATE TABLE identity.person_city (
    person text NOT NULL REFERENCES identity.person (id),
    city   text NOT NULL REFERENCES identity.organization (id),
    PRIMARY KEY (person, city)
);
CREATE INDEX person_city_city ON identity.person_city (city, person);

CREATE TABLE identity.role_module (
    role   text NOT NULL REFERENCES identity.role (id),
    module text NOT NULL,
    access text NOT NULL CHECK (access IN ('read', 'write')),
    PRIMARY KEY (role, module)
);

-- Rights for one person, past their roles: the exception of ESOP 6.11.1.2. 'none' takes a right away.
CREATE TABLE identity.person_module (
    person text NOT NULL REFERENCES identity.person (id),
    module text NOT NULL,
    access text NOT NULL CHECK (access IN ('none', 'read', 'write')),
    PRIMARY KEY (person, module)
);

-- Whatever changes somebody's rights raises their version; each request compares it, so that changes count at once.
CREATE FUNCTION identity.raise_rights_version() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE identity.person SET rights_version = rights_version + 1 WHERE id = OLD.person;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE identity.person SET rights_version = rights_version + 1 WHERE id = NEW.person;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER rights_version AFTER INSERT OR UPDATE OR DELETE ON identity.person_role
    FOR EACH ROW EXECUTE FUNCTION identity.raise_rights_version();
CREATE TRIGGER rights_version AFTER INSERT OR UPDATE OR DELETE ON identity.person_city
    FOR EACH ROW EXECUTE FUNCTION identity.raise_rights_version();
CREATE TRIGGER rights_version AFTER INSERT OR UPDATE OR DELETE ON identity.person_module
    FOR EACH ROW EXECUTE FUNCTION identity.raise_rights_version();

CREATE FUNCTION identity.raise_rights_version_of_role() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    UPDATE identity.person SET rights_version = rights_version + 1
    WHERE id IN (SELECT person FROM identity.person_role WHERE role = coalesce(NEW.role, OLD.role));
    RETURN NULL;
END $$;
CREATE TRIGGER rights_version AFTER INSERT OR UPDATE OR DELETE ON identity.role_module
    FOR EACH ROW EXECUTE FUNCTION identity.raise_rights_version_of_role();

CREATE FUNCTION identity.raise_own_rights_version() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.rights_version = OLD.rights_version + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER rights_version BEFORE UPDATE OF name, organization, password_hash, active ON identity.person
    FOR EACH ROW EXECUTE FUNCTION identity.raise_own_rights_version();

INSERT INTO identity.role (id, name, name_en) VALUES
    ('account-manager', '客户经理', 'Account manager'),
    ('tele-manager', '电话经理', 'Telephone manager'),
    ('hall', '营业厅', 'Service hall'),
    ('hotline', '热线坐席', 'Hotline'),
    ('operations', '业务运营', 'Operations'),
    ('approver', '审批人', 'Approver'),
    ('manager', '管理者', 'Manager'),
    ('opportunity-admin', '商机管理员', 'Opportunity administrator'),
    ('planner', '市场策划', 'Planner'),
    ('designer', '流程设计员', 'Process designer'),
    ('finance', '财务', 'Finance'),
    ('legal', '法务', 'Legal'),
    ('expert', '专家', 'Expert'),
    ('si', '系统集成商', 'System integrator'),
    ('sa', '业务代理商', 'Sales agent'),
    ('web', '网上营业厅', 'Web channel'),
    ('first-level', '一级平台', 'First-level platform'),
    ('admin', '系统管理员', 'Administrator');

INSERT INTO identity.role_module (role, module, access)
SELECT role.id, 'inbox', 'write' FROM identity.role;

INSERT INTO identity.role_module (role, module, access) VALUES
    ('account-manager', 'orders', 'write'),
    ('tele-manager', 'orders', 'write'),
    ('operations', 'orders', 'write'),
    ('manager', 'orders', 'write'),
    ('hotline', 'orders', 'write'),
    ('hall', 'orders', 'write'),
    ('web', 'orders', 'write'),
    ('first-level', 'orders', 'write'),
    ('approver', 'orders', 'read'),
    ('opportunity-admin', 'orders', 'read'),
    ('admin', 'orders', 'read'),
    ('operations', 'calls', 'write'),
    ('manager', 'calls', 'write'),
    ('admin', 'calls', 'write'),
    ('operations', 'fallouts', 'write'),
    ('manager', 'fallouts', 'write'),
    ('admin', 'fallouts', 'write'),
    ('admin', 'audit', 'read');

-- Sessions of the console, in the database so that any node may answer (layout given by Spring Session 3.5).
CREATE TABLE identity.spring_session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE UNIQUE INDEX spring_session_id ON identity.spring_session (session_id);
CREATE INDEX spring_session_expiry ON identity.spring_session (expiry_time);
CREATE INDEX spring_session_principal ON identity.spring_session (principal_name);
CREATE TABLE identity.spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES identity.spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
