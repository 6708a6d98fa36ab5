-- The application works as esop_app, which owns nothing and obeys row-level security; the migrating user owns the tables.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'esop_app') THEN
        CREATE ROLE esop_app NOLOGIN;
    END IF;
    EXECUTE format('GRANT esop_app TO %I', current_user);
END $$;

CREATE SCHEMA camunda;
CREATE SCHEMA identity;
CREATE SCHEMA systems;
CREATE SCHEMA workflow;
CREATE SCHEMA customer;
CREATE SCHEMA catalog;
CREATE SCHEMA ordering;
CREATE SCHEMA provisioning;

GRANT USAGE ON SCHEMA camunda, identity, systems, workflow, customer, catalog, ordering, provisioning TO esop_app;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['camunda', 'identity', 'systems', 'workflow', 'customer', 'catalog', 'ordering', 'provisioning'] LOOP
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO esop_app', name);
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO esop_app', name);
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT EXECUTE ON FUNCTIONS TO esop_app', name);
    END LOOP;
END $$;
