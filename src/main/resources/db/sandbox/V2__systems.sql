-- What arrived, before it was looked at. applied and status stay null while a request is being looked at or was never answered.
CREATE TABLE sandbox.ledger (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    system text NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    operation text NOT NULL,
    writes boolean NOT NULL,
    idempotency_key text,
    external_id text,
    body_hash text NOT NULL,
    body text NOT NULL,
    record_id text,
    applied text CHECK (applied IN ('yes', 'duplicate', 'conflict', 'refused', 'read')),
    status integer,
    fault text
);
CREATE INDEX ledger_system ON sandbox.ledger (system, id);
CREATE INDEX ledger_external_id ON sandbox.ledger (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX ledger_idempotency_key ON sandbox.ledger (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX ledger_writes ON sandbox.ledger (id) WHERE writes;

CREATE TABLE sandbox.stored_answer (
    system text NOT NULL,
    idempotency_key text NOT NULL,
    request_hash text NOT NULL,
    status integer,
    location text,
    body text,
    record_id text,
    PRIMARY KEY (system, idempotency_key)
);

CREATE SEQUENCE sandbox.record_number;

CREATE TABLE sandbox.record (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    system text NOT NULL,
    resource text NOT NULL,
    id text NOT NULL,
    external_id text,
    state text NOT NULL,
    manner text NOT NULL,
    body jsonb NOT NULL,
    created timestamptz NOT NULL DEFAULT now(),
    changed timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (system, resource, id)
);
CREATE INDEX record_order ON sandbox.record (system, resource, seq);
CREATE INDEX record_external_id ON sandbox.record (external_id) WHERE external_id IS NOT NULL;

-- Where a record goes by itself, and when; a person answering by hand takes these away.
CREATE TABLE sandbox.transition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    system text NOT NULL,
    resource text NOT NULL,
    record_id text NOT NULL,
    to_state text NOT NULL,
    due timestamptz NOT NULL
);
CREATE INDEX transition_due ON sandbox.transition (due);
CREATE INDEX transition_record ON sandbox.transition (system, resource, record_id);

-- next_at is the lease too: it lies in the future while a delivery is under way.
CREATE TABLE sandbox.callback (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    system text NOT NULL,
    resource text NOT NULL,
    record_id text NOT NULL,
    message_id text NOT NULL UNIQUE,
    event_type text NOT NULL,
    body text NOT NULL,
    copies integer NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'refused')),
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL DEFAULT now(),
    result text,
    created timestamptz NOT NULL DEFAULT now(),
    finished timestamptz
);
CREATE INDEX callback_waiting ON sandbox.callback (next_at) WHERE state = 'waiting';
CREATE INDEX callback_record ON sandbox.callback (system, resource, record_id, id);

CREATE TABLE sandbox.fault (
    system text NOT NULL,
    operation text NOT NULL,
    mode text NOT NULL,
    remaining integer,
    delay_ms integer NOT NULL,
    probability double precision NOT NULL,
    apply boolean,
    since timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (system, operation)
);

CREATE TABLE sandbox.behaviour (
    system text PRIMARY KEY,
    answer_after_ms integer NOT NULL,
    manual boolean NOT NULL,
    monitor boolean NOT NULL
);
