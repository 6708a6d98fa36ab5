-- Our own index over the engine's instances: whose city they are, and to which business object their family belongs.
CREATE TABLE workflow.instance (
    id text PRIMARY KEY,
    process text NOT NULL,
    process_name text NOT NULL,
    process_name_en text NOT NULL,
    definition_id text NOT NULL,
    business_key text,
    parent_id text,
    root_id text NOT NULL,
    root_business_key text,
    city text NOT NULL,
    customer_id text,
    customer_name text,
    started timestamptz NOT NULL,
    ended timestamptz,
    state text NOT NULL CHECK (state IN ('running', 'completed', 'cancelled'))
);
CREATE INDEX instance_business_key ON workflow.instance (business_key, started);
CREATE INDEX instance_root ON workflow.instance (root_id, started);
CREATE INDEX instance_root_business_key ON workflow.instance (root_business_key, started);
CREATE INDEX instance_parent ON workflow.instance (parent_id);
CREATE INDEX instance_state ON workflow.instance (city, state, process, started);
ALTER TABLE workflow.instance ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.instance USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- One engine transaction may touch instances and tasks of several cities on behalf of a person of one. So the index is written by
-- functions of its owner, whom row-level security does not bind; reading stays bound.
REVOKE INSERT, UPDATE, DELETE ON workflow.instance FROM esop_app;

CREATE FUNCTION workflow.instance_started(instance jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO workflow.instance (
        id, process, process_name, process_name_en, definition_id, business_key, parent_id, root_id, root_business_key,
        city, customer_id, customer_name, started, ended, state)
    SELECT
        id, process, process_name, process_name_en, definition_id, business_key, parent_id, root_id, root_business_key,
        city, customer_id, customer_name, now(), NULL, 'running'
    FROM jsonb_populate_record(NULL::workflow.instance, instance)
    ON CONFLICT (id) DO NOTHING
$$;

CREATE FUNCTION workflow.instance_ended(instance_id text, outcome text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    UPDATE workflow.instance SET ended = now(), state = outcome WHERE id = instance_id AND ended IS NULL
$$;
