-- That a customer ends what it subscribes to (业务撤销单, ESOP 6.3.2.1.1.2): what it owes, what of that is waived, who agreed.
CREATE SCHEMA cancellation;
GRANT USAGE ON SCHEMA cancellation TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA cancellation GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA cancellation GRANT USAGE, SELECT ON SEQUENCES TO esop_app;

CREATE SEQUENCE cancellation.cancellation_number;

CREATE TABLE cancellation.service_cancellation (
    id             text PRIMARY KEY,
    city           text NOT NULL,
    customer_id    text NOT NULL,
    customer_name  text NOT NULL,
    customer_level text NOT NULL,
    reason         text NOT NULL,
    day            date NOT NULL,
    creator        text NOT NULL,
    creator_name   text NOT NULL,
    created        timestamptz NOT NULL,
    owner          text,
    owner_name     text,
    state          text NOT NULL CHECK (state IN ('assessing', 'retention', 'settlement', 'approval', 'ordered', 'completed',
                                                  'partial', 'failed', 'retained', 'withdrawn')),
    lines          jsonb NOT NULL,
    products       text[] NOT NULL,
    penalty        numeric(14, 2) NOT NULL CHECK (penalty >= 0),
    retention      text CHECK (retention IN ('stays', 'leaves')),
    retention_note text,
    choice         text CHECK (choice IN ('pay', 'waive', 'withdraw')),
    waived         numeric(14, 2) NOT NULL DEFAULT 0,
    waiver_reason  text,
    granted        boolean NOT NULL DEFAULT false,
    charged        numeric(14, 2),
    charge         text CHECK (charge IN ('asked', 'charged', 'failed')),
    order_id       text,
    ended          timestamptz,
    message        text,
    instance_id    text,
    search         text NOT NULL,
    revision       integer NOT NULL DEFAULT 1,
    CHECK (waived BETWEEN 0 AND penalty)
);
COMMENT ON COLUMN cancellation.service_cancellation.day IS '撤销日期：客户自该日起不再使用，剩余月数由此计算';
COMMENT ON COLUMN cancellation.service_cancellation.lines IS '逐项订购及其违约金的计算依据';
COMMENT ON COLUMN cancellation.service_cancellation.penalty IS '违约金合计（元）';
COMMENT ON COLUMN cancellation.service_cancellation.waived IS '申请减免（元）';
COMMENT ON COLUMN cancellation.service_cancellation.charged IS '通知 BOSS 收取（元）';
CREATE INDEX service_cancellation_city ON cancellation.service_cancellation (city, created DESC, id DESC);
CREATE INDEX service_cancellation_customer ON cancellation.service_cancellation (customer_id, created DESC);
CREATE UNIQUE INDEX service_cancellation_order ON cancellation.service_cancellation (order_id) WHERE order_id IS NOT NULL;

-- What is being cancelled: a subscription once at a time.
CREATE TABLE cancellation.cancelled_subscription (
    cancellation_id text NOT NULL REFERENCES cancellation.service_cancellation (id),
    subscription    text NOT NULL,
    city            text NOT NULL,
    open            boolean NOT NULL DEFAULT true,
    PRIMARY KEY (cancellation_id, subscription)
);
CREATE UNIQUE INDEX cancelled_subscription_once ON cancellation.cancelled_subscription (subscription) WHERE open;

-- What happened to a cancellation; the sentence is made from kind and params in the reader's language.
CREATE TABLE cancellation.cancellation_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cancellation_id text NOT NULL REFERENCES cancellation.service_cancellation (id),
    city            text NOT NULL,
    at              timestamptz NOT NULL,
    kind            text NOT NULL,
    actor           text,
    params          jsonb NOT NULL
);
CREATE INDEX cancellation_event_cancellation ON cancellation.cancellation_event (cancellation_id, id);

-- Who has to agree to what is waived, and what they said.
CREATE TABLE cancellation.waiver_vote (
    cancellation_id text NOT NULL REFERENCES cancellation.service_cancellation (id),
    round           integer NOT NULL,
    position        integer NOT NULL,
    city            text NOT NULL,
    level           text NOT NULL,
    role            text NOT NULL,
    waived          numeric(14, 2) NOT NULL,
    submitted_by    text NOT NULL,
    submitted       timestamptz NOT NULL,
    vote            text CHECK (vote IN ('approve', 'refuse')),
    opinion         text,
    voter           text,
    voted           timestamptz,
    PRIMARY KEY (cancellation_id, round, position)
);

DO $$
DECLARE
    of_module text;
BEGIN
    FOREACH of_module IN ARRAY ARRAY ['service_cancellation', 'cancelled_subscription', 'cancellation_event', 'waiver_vote'] LOOP
        EXECUTE format('ALTER TABLE cancellation.%I ENABLE ROW LEVEL SECURITY', of_module);
        EXECUTE format('CREATE POLICY city_scope ON cancellation.%I USING (identity.in_scope(city)) '
                       'WITH CHECK (identity.in_scope(city))', of_module);
    END LOOP;
END $$;

INSERT INTO identity.role_module (role, module, access) VALUES
    ('account-manager', 'cancellations', 'write'),
    ('tele-manager', 'cancellations', 'write'),
    ('manager', 'cancellations', 'write'),
    ('hotline', 'cancellations', 'write'),
    ('hall', 'cancellations', 'write'),
    ('approver', 'cancellations', 'read'),
    ('finance', 'cancellations', 'read'),
    ('operations', 'cancellations', 'read'),
    ('opportunity-admin', 'cancellations', 'read'),
    ('admin', 'cancellations', 'read');
