-- What is opened for an order: 定单 service orders, 工单 work orders, the steps asked of backing systems, 异常 fallouts. ESOP 6.3.2, 6.5.2.

CREATE SEQUENCE provisioning.work_order_number;
CREATE SEQUENCE provisioning.fallout_number;

CREATE TABLE provisioning.service_order (
    id                   text PRIMARY KEY,
    name                 text NOT NULL,
    source               text NOT NULL,
    type                 text NOT NULL CHECK (type IN ('add', 'modify', 'delete')),
    state                text NOT NULL CHECK (state IN ('acknowledged', 'inProgress', 'held', 'completed', 'failed', 'cancelled')),
    product_order_id     text NOT NULL,
    order_item_id        text NOT NULL,
    city                 text NOT NULL,
    customer_id          text NOT NULL,
    customer_name        text NOT NULL,
    customer_level       text NOT NULL,
    product              text NOT NULL,
    characteristics      jsonb NOT NULL,
    level                integer NOT NULL,
    depends_on           text[] NOT NULL,
    priority             integer NOT NULL CHECK (priority BETWEEN 0 AND 4),
    requested_completion timestamptz NOT NULL,
    path                 text,
    message              text,
    created              timestamptz NOT NULL DEFAULT now(),
    started              timestamptz,
    completed            timestamptz,
    revision             bigint NOT NULL DEFAULT 1
);
CREATE INDEX service_order_product_order ON provisioning.service_order (product_order_id, level, id);
CREATE INDEX service_order_city ON provisioning.service_order (city, created DESC);

CREATE TABLE provisioning.work_order (
    id                   text PRIMARY KEY,
    service_order_id     text NOT NULL REFERENCES provisioning.service_order (id),
    product_order_id     text NOT NULL,
    service_request_id   text,
    description          text NOT NULL,
    type                 text NOT NULL,
    unit                 text NOT NULL,
    state                text NOT NULL
        CHECK (state IN ('generated', 'dispatched', 'executing', 'done', 'archived', 'failed', 'refused', 'cancelled')),
    generation           integer NOT NULL DEFAULT 0,
    city                 text NOT NULL,
    region               text NOT NULL,
    place                text,
    customer_id          text NOT NULL,
    customer_name        text NOT NULL,
    priority             integer NOT NULL CHECK (priority BETWEEN 0 AND 4),
    due                  timestamptz NOT NULL,
    reminder             timestamptz NOT NULL,
    dispatcher           text NOT NULL,
    feedback             text,
    review               text,
    reviewer             text,
    reviewed             timestamptz,
    reworks              integer NOT NULL DEFAULT 0,
    related              text[] NOT NULL DEFAULT '{}',
    created              timestamptz NOT NULL DEFAULT now(),
    dispatched           timestamptz,
    executed             timestamptz,
    completed            timestamptz,
    revision             bigint NOT NULL DEFAULT 1,
    UNIQUE (service_order_id, unit)
);
COMMENT ON COLUMN provisioning.work_order.due IS '工单时限';
COMMENT ON COLUMN provisioning.work_order.reminder IS '工单提醒: when the dispatcher is reminded that the time limit comes near';
COMMENT ON COLUMN provisioning.work_order.review IS '工单审核: the words of the sign-off';
COMMENT ON COLUMN provisioning.work_order.generation IS '重派: how often it was dispatched; 0 before the first time';
CREATE INDEX work_order_city ON provisioning.work_order (city, created DESC);
CREATE INDEX work_order_product_order ON provisioning.work_order (product_order_id);
CREATE INDEX work_order_open_due ON provisioning.work_order (due) WHERE state NOT IN ('archived', 'cancelled');

-- One effect asked of a backing system and what is known of it. The waiting process looks here before it waits, so that an
-- answer that comes before it is not lost.
CREATE TABLE provisioning.requested_step (
    aggregate        text NOT NULL,
    name             text NOT NULL,
    generation       integer NOT NULL,
    service_order_id text NOT NULL REFERENCES provisioning.service_order (id),
    work_order_id    text REFERENCES provisioning.work_order (id),
    system           text NOT NULL,
    city             text NOT NULL,
    state            text,
    source           text,
    error_class      text,
    message          text,
    requested        timestamptz NOT NULL DEFAULT now(),
    asked            timestamptz,
    heard            timestamptz,
    PRIMARY KEY (aggregate, name, generation)
);
COMMENT ON COLUMN provisioning.requested_step.state IS 'what the system said last, null while nothing is known';
COMMENT ON COLUMN provisioning.requested_step.asked IS 'when proof was last asked for';
COMMENT ON COLUMN provisioning.requested_step.heard IS 'when the system last said something about it';

CREATE TABLE provisioning.fallout (
    id               text PRIMARY KEY,
    product_order_id text NOT NULL,
    service_order_id text NOT NULL REFERENCES provisioning.service_order (id),
    work_order_id    text REFERENCES provisioning.work_order (id),
    city             text NOT NULL,
    system           text NOT NULL,
    step             text NOT NULL,
    generation       integer NOT NULL,
    product          text NOT NULL,
    error_class      text NOT NULL,
    message          text,
    fingerprint      text NOT NULL,
    attempt          integer NOT NULL,
    state            text NOT NULL CHECK (state IN ('open', 'resolved')),
    plan             text,
    owner_role       text,
    level            integer NOT NULL DEFAULT 0,
    due              timestamptz,
    resolution       text CHECK (resolution IN ('retry', 'correct', 'manual', 'abort', 'answered')),
    note             text,
    resolver         text,
    created          timestamptz NOT NULL DEFAULT now(),
    resolved         timestamptz,
    revision         bigint NOT NULL DEFAULT 1
);
COMMENT ON COLUMN provisioning.fallout.plan IS 'what the policy said: retry, manual or abort';
COMMENT ON COLUMN provisioning.fallout.fingerprint IS 'same system, step, product and error class: the same kind of trouble';
CREATE INDEX fallout_service_order ON provisioning.fallout (service_order_id, created);
CREATE INDEX fallout_open ON provisioning.fallout (city, due) WHERE state = 'open';
CREATE INDEX fallout_fingerprint ON provisioning.fallout (fingerprint) WHERE state = 'open';

ALTER TABLE provisioning.service_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.service_order USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE provisioning.work_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.work_order USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE provisioning.requested_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.requested_step USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE provisioning.fallout ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.fallout USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
