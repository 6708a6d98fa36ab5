-- What may become an order (商机, TMF699, ESOP 6.1.1, 6.3.1, 6.5.2): who raised it, who works on it, and how far it has come.
CREATE SCHEMA opportunity;
GRANT USAGE ON SCHEMA opportunity TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA opportunity GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA opportunity GRANT USAGE, SELECT ON SEQUENCES TO esop_app;

CREATE SEQUENCE opportunity.opportunity_number;

CREATE TABLE opportunity.sales_opportunity (
    id                    text PRIMARY KEY,
    city                  text NOT NULL,
    name                  text NOT NULL,
    need                  text,
    campaign              text,
    customer_id           text,
    customer_name         text NOT NULL,
    customer_level        text,
    industry              text,
    contact_name          text,
    contact_phone         text,
    acquired              date NOT NULL,
    source                text NOT NULL,
    expected_revenue      numeric(14, 2) NOT NULL CHECK (expected_revenue >= 0),
    deadline              date,
    offering_ids          text[] NOT NULL,
    template              text,
    required_facts        text[] NOT NULL DEFAULT '{}',
    creator               text NOT NULL,
    creator_name          text NOT NULL,
    created               timestamptz NOT NULL,
    executing_channel     text,
    collaborating_channel text,
    owner                 text,
    owner_name            text,
    owner_group           text,
    receiver_rule         text,
    receiver_rule_en      text,
    returned_by           text[] NOT NULL DEFAULT '{}',
    state                 text NOT NULL CHECK (state IN ('new', 'inProgress', 'converted', 'terminated')),
    stage                 text CHECK (stage IN ('discovery', 'requirement', 'solution', 'contract', 'order')),
    quick                 boolean NOT NULL DEFAULT false,
    stage_since           timestamptz,
    aging_at              timestamptz,
    over_at               timestamptz,
    ended                 timestamptz,
    reason                text,
    facts                 jsonb NOT NULL DEFAULT '{}',
    solution              jsonb NOT NULL DEFAULT '{"items": []}',
    solution_state        text NOT NULL DEFAULT 'draft' CHECK (solution_state IN ('draft', 'submitted', 'approved', 'refused')),
    order_id              text,
    mirror_stage          text,
    mirrored              timestamptz,
    instance_id           text,
    search                text NOT NULL,
    revision              integer NOT NULL DEFAULT 1
);
COMMENT ON COLUMN opportunity.sales_opportunity.need IS '需求描述';
COMMENT ON COLUMN opportunity.sales_opportunity.campaign IS '营销活动编号';
COMMENT ON COLUMN opportunity.sales_opportunity.acquired IS '商机获取时间';
COMMENT ON COLUMN opportunity.sales_opportunity.source IS '商机来源渠道, the contact channel (接触渠道)';
COMMENT ON COLUMN opportunity.sales_opportunity.executing_channel IS '执行渠道';
COMMENT ON COLUMN opportunity.sales_opportunity.collaborating_channel IS '协同渠道, while a step is handed over';
COMMENT ON COLUMN opportunity.sales_opportunity.deadline IS '商机时限要求';
COMMENT ON COLUMN opportunity.sales_opportunity.mirror_stage IS 'the last stage the CRM has confirmed';
CREATE INDEX sales_opportunity_city ON opportunity.sales_opportunity (city, created DESC, id DESC);
CREATE INDEX sales_opportunity_owner ON opportunity.sales_opportunity (owner, state);
CREATE INDEX sales_opportunity_open ON opportunity.sales_opportunity (city, stage, stage_since) WHERE ended IS NULL;
CREATE INDEX sales_opportunity_order ON opportunity.sales_opportunity (order_id) WHERE order_id IS NOT NULL;

-- What happened to an opportunity; the sentence is made from kind and params in the reader's language.
CREATE TABLE opportunity.opportunity_event (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity_id text NOT NULL REFERENCES opportunity.sales_opportunity (id),
    city           text NOT NULL,
    at             timestamptz NOT NULL,
    kind           text NOT NULL,
    actor          text,
    params         jsonb NOT NULL
);
CREATE INDEX opportunity_event_opportunity ON opportunity.opportunity_event (opportunity_id, id);

-- A step in another channel's hands, and what that channel did (协同渠道).
CREATE TABLE opportunity.collaboration (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity_id   text NOT NULL REFERENCES opportunity.sales_opportunity (id),
    city             text NOT NULL,
    stage            text NOT NULL,
    channel          text NOT NULL,
    asked            timestamptz NOT NULL,
    asked_by         text,
    ask              text NOT NULL,
    ended            timestamptz,
    ended_by         text,
    done             text
);
CREATE INDEX collaboration_opportunity ON opportunity.collaboration (opportunity_id, id);

-- Who has to agree to a solution or an agreement, and what they said.
CREATE TABLE opportunity.approval (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity_id text NOT NULL REFERENCES opportunity.sales_opportunity (id),
    city           text NOT NULL,
    subject        text NOT NULL CHECK (subject IN ('solution', 'agreement')),
    round          integer NOT NULL,
    position       integer NOT NULL,
    level          text NOT NULL,
    role           text NOT NULL,
    submitted_by   text NOT NULL,
    submitted      timestamptz NOT NULL,
    vote           text CHECK (vote IN ('approve', 'refuse')),
    opinion        text,
    voter          text,
    voted          timestamptz,
    UNIQUE (opportunity_id, subject, round, position)
);

-- What was agreed and signed (合同, TMF651).
CREATE TABLE opportunity.agreement (
    opportunity_id text PRIMARY KEY REFERENCES opportunity.sales_opportunity (id),
    city           text NOT NULL,
    number         text NOT NULL UNIQUE,
    customer_party text NOT NULL,
    our_party      text NOT NULL,
    starts         date NOT NULL,
    ends           date NOT NULL,
    signed         date,
    state          text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'refused')),
    in_force       boolean NOT NULL DEFAULT false,
    note           text,
    CHECK (ends > starts)
);
CREATE INDEX agreement_ends ON opportunity.agreement (city, ends) WHERE in_force;

CREATE TABLE opportunity.document (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity_id text NOT NULL REFERENCES opportunity.sales_opportunity (id),
    city           text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('signed', 'other')),
    name           text NOT NULL,
    media_type     text NOT NULL,
    size           integer NOT NULL,
    content        bytea NOT NULL,
    added          timestamptz NOT NULL,
    added_by       text NOT NULL
);
CREATE INDEX document_opportunity ON opportunity.document (opportunity_id, id);

-- What opportunities of a kind begin with, and what must be known of them besides (商机模板).
CREATE SEQUENCE opportunity.template_number;
CREATE TABLE opportunity.opportunity_template (
    id             text PRIMARY KEY,
    city           text NOT NULL,
    name           text NOT NULL,
    industry       text,
    offering_id    text,
    need           text,
    revenue        numeric(14, 2),
    deadline_days  integer CHECK (deadline_days > 0),
    required_facts text[] NOT NULL,
    owner          text NOT NULL,
    owner_name     text NOT NULL,
    changed        timestamptz NOT NULL,
    revision       integer NOT NULL DEFAULT 1,
    UNIQUE (city, name)
);

DO $$
DECLARE
    of_module text;
BEGIN
    FOREACH of_module IN ARRAY ARRAY ['sales_opportunity', 'opportunity_event', 'collaboration', 'approval', 'agreement',
                                      'document', 'opportunity_template'] LOOP
        EXECUTE format('ALTER TABLE opportunity.%I ENABLE ROW LEVEL SECURITY', of_module);
        EXECUTE format('CREATE POLICY city_scope ON opportunity.%I USING (identity.in_scope(city)) '
                       'WITH CHECK (identity.in_scope(city))', of_module);
    END LOOP;
END $$;

INSERT INTO identity.role_module (role, module, access) VALUES
    ('account-manager', 'opportunities', 'write'),
    ('tele-manager', 'opportunities', 'write'),
    ('opportunity-admin', 'opportunities', 'write'),
    ('manager', 'opportunities', 'write'),
    ('hotline', 'opportunities', 'write'),
    ('hall', 'opportunities', 'write'),
    ('approver', 'opportunities', 'read'),
    ('finance', 'opportunities', 'read'),
    ('legal', 'opportunities', 'read'),
    ('expert', 'opportunities', 'read'),
    ('operations', 'opportunities', 'read'),
    ('planner', 'opportunities', 'read'),
    ('admin', 'opportunities', 'read'),
    ('web', 'opportunities', 'write');
