-- One row per backing system; an address in the settings (esop.systems.<id>.url) wins over base_url, both over the sandbox.
CREATE TABLE systems.backing_system (
    id text PRIMARY KEY,
    name text NOT NULL,
    name_en text NOT NULL,
    position integer NOT NULL,
    base_url text,
    timeout_ms integer NOT NULL DEFAULT 10000 CHECK (timeout_ms BETWEEN 100 AND 60000),
    bulkhead integer NOT NULL DEFAULT 4 CHECK (bulkhead BETWEEN 1 AND 64),
    supports_proof boolean NOT NULL DEFAULT true,
    supports_idempotency boolean NOT NULL DEFAULT true
);

INSERT INTO systems.backing_system (id, name, name_en, position) VALUES
    ('crm', '客户关系管理系统 CRM', 'Customer relationship management (CRM)', 1),
    ('boss', '业务运营支撑系统 BOSS', 'Business and operation support (BOSS)', 2),
    ('bi', '经营分析系统 BI', 'Business intelligence (BI)', 3),
    ('eoms', '电子运维系统 EOMS', 'Electronic operation and maintenance (EOMS)', 4),
    ('platform', '业务平台', 'Business platform', 5),
    ('si', '集成商系统 SI', 'System integrator (SI)', 6),
    ('first-level', '一级 ESOP', 'First-level ESOP', 7),
    ('messages', '消息网关', 'Message gateway', 8);

CREATE SEQUENCE systems.call_sequence;

CREATE TABLE systems.system_call (
    key text PRIMARY KEY,
    sequence bigint NOT NULL DEFAULT nextval('systems.call_sequence') UNIQUE,
    system text NOT NULL REFERENCES systems.backing_system (id),
    operation text NOT NULL,
    aggregate text NOT NULL,
    step text NOT NULL,
    generation integer NOT NULL CHECK (generation > 0),
    city text NOT NULL,
    lane text,
    subject text,
    payload jsonb NOT NULL,
    payload_hash text NOT NULL,
    state text NOT NULL DEFAULT 'NEW'
        CHECK (state IN ('NEW', 'SENDING', 'DONE', 'RETRY', 'UNKNOWN', 'DEAD', 'CANCELLED')),
    attempts integer NOT NULL DEFAULT 0,
    proofs integer NOT NULL DEFAULT 0,
    doubtful boolean NOT NULL DEFAULT false,
    proof_asked boolean NOT NULL DEFAULT false,
    next_at timestamptz,
    lease_until timestamptz,
    lease_token uuid,
    answer jsonb,
    error_class text,
    message text,
    external_id text,
    reported_state text,
    reported_at timestamptz,
    given_up boolean NOT NULL DEFAULT false,
    undelivered jsonb,
    compensates text UNIQUE REFERENCES systems.system_call (key),
    created timestamptz NOT NULL DEFAULT now(),
    answered timestamptz,
    UNIQUE (aggregate, step, generation)
) WITH (fillfactor = 80);

COMMENT ON COLUMN systems.system_call.next_at IS 'when the dispatcher must look at it again; null: never, so finished rows are in no index it reads';
COMMENT ON COLUMN systems.system_call.doubtful IS 'some attempt may have arrived: it can no longer be taken back silently';
COMMENT ON COLUMN systems.system_call.proof_asked IS 'somebody waits for a proof and gets one, whatever it says';
COMMENT ON COLUMN systems.system_call.given_up IS 'reported_state is our conclusion and not the system''s word, so the system''s word may still replace it';
COMMENT ON COLUMN systems.system_call.undelivered IS 'an answer that is stored but could not be told to its module yet';
COMMENT ON COLUMN systems.system_call.subject IS 'what the effect exists on, so that a later change finds it';

CREATE INDEX system_call_due ON systems.system_call (system, next_at, sequence) WHERE next_at IS NOT NULL;
CREATE INDEX system_call_open_lane ON systems.system_call (system, lane, sequence)
    WHERE lane IS NOT NULL AND state IN ('NEW', 'SENDING', 'RETRY', 'UNKNOWN');
CREATE INDEX system_call_waiting_lane ON systems.system_call (system, lane)
    WHERE lane IS NOT NULL AND state = 'NEW' AND next_at IS NULL;
CREATE INDEX system_call_lane ON systems.system_call (system, lane, sequence) WHERE external_id IS NOT NULL AND lane IS NOT NULL;
CREATE INDEX system_call_subject ON systems.system_call (system, subject, sequence) WHERE external_id IS NOT NULL AND subject IS NOT NULL;
CREATE INDEX system_call_external_id ON systems.system_call (system, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX system_call_unfinished ON systems.system_call (system, state) WHERE state NOT IN ('DONE', 'CANCELLED');
CREATE INDEX system_call_city ON systems.system_call (city, sequence);

CREATE TABLE systems.system_call_attempt (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_key text NOT NULL REFERENCES systems.system_call (key),
    city text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('SEND', 'PROOF')),
    at timestamptz NOT NULL DEFAULT now(),
    outcome text NOT NULL,
    status integer,
    millis integer NOT NULL,
    answer text
);

CREATE INDEX system_call_attempt_call ON systems.system_call_attempt (call_key, id);

CREATE TABLE systems.callback (
    system text NOT NULL,
    message_id text NOT NULL,
    payload_hash text NOT NULL,
    body jsonb NOT NULL,
    call_key text,
    city text,
    state text NOT NULL CHECK (state IN ('APPLIED', 'REPEATED', 'PARKED', 'REFUSED')),
    reason text,
    attempts integer NOT NULL DEFAULT 1,
    retry_at timestamptz,
    alarmed boolean NOT NULL DEFAULT false,
    received timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (system, message_id)
);

CREATE INDEX callback_parked ON systems.callback (retry_at) WHERE state = 'PARKED';
CREATE INDEX callback_call ON systems.callback (call_key, received) WHERE call_key IS NOT NULL;

-- What was turned away at the door, unsigned or forged. Apart from callback, so that a forger cannot take a message id in advance.
CREATE TABLE systems.callback_refusal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    system text NOT NULL,
    message_id text,
    reason text NOT NULL,
    remote_address text,
    body text,
    at timestamptz NOT NULL DEFAULT now()
);

-- '*' stands for any; an error class may end in '*'. The most exact row decides, read at every failure.
CREATE TABLE systems.resend_policy (
    system text NOT NULL,
    step text NOT NULL,
    error_class text NOT NULL,
    attempts integer NOT NULL CHECK (attempts BETWEEN 1 AND 100),
    intervals text NOT NULL,
    jitter_percent integer NOT NULL DEFAULT 20 CHECK (jitter_percent BETWEEN 0 AND 100),
    afterwards text NOT NULL DEFAULT 'MANUAL' CHECK (afterwards IN ('MANUAL', 'ROLLBACK', 'ABORT')),
    revision integer NOT NULL DEFAULT 0,
    PRIMARY KEY (system, step, error_class)
);

INSERT INTO systems.resend_policy (system, step, error_class, attempts, intervals, jitter_percent, afterwards) VALUES
    ('*', '*', '*', 6, 'PT2S,PT10S,PT30S,PT2M,PT10M', 20, 'MANUAL'),
    ('*', '*', 'connect', 10, 'PT1S,PT5S,PT15S,PT1M,PT5M', 20, 'MANUAL'),
    ('*', '*', 'auth', 3, 'PT1M,PT5M', 20, 'MANUAL'),
    ('*', '*', 'garbage', 4, 'PT5S,PT30S,PT2M', 20, 'MANUAL'),
    ('messages', '*', '*', 4, 'PT5S,PT30S,PT5M', 20, 'ABORT');

ALTER TABLE systems.system_call ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON systems.system_call
    USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
ALTER TABLE systems.system_call_attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON systems.system_call_attempt
    USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
-- Until it is known what a callback speaks of, it has no city and is nobody's but the system's.
ALTER TABLE systems.callback ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON systems.callback
    USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
