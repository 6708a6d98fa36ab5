-- What customers ask for at a channel, and what the channels do about it (受理, ESOP 6.1, 6.1.3).
CREATE SCHEMA intake;
GRANT USAGE ON SCHEMA intake TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA intake GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO esop_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA intake GRANT USAGE, SELECT ON SEQUENCES TO esop_app;

CREATE SEQUENCE intake.intake_number;

CREATE TABLE intake.intake (
    id                    text PRIMARY KEY,
    city                  text NOT NULL,
    kind                  text NOT NULL
        CHECK (kind IN ('enquiry', 'new-order', 'change', 'cancellation', 'complaint', 'opportunity')),
    customer_id           text,
    prospect              boolean NOT NULL DEFAULT false,
    customer_name         text NOT NULL,
    contact_name          text,
    contact_phone         text,
    callback_phone        text,
    offering_ids          text[] NOT NULL,
    need                  text NOT NULL,
    creator               text NOT NULL,
    creator_name          text NOT NULL,
    created               timestamptz NOT NULL,
    external_id           text,
    received              text,
    contact_channel       text NOT NULL,
    handling_channel      text NOT NULL,
    collaborating_channel text,
    person                text,
    parts                 text[] NOT NULL,
    choice                text,
    rule                  text,
    rule_en               text,
    rule_id               text,
    rule_version          integer,
    returned_by           text[] NOT NULL DEFAULT '{}',
    take_backs            integer NOT NULL DEFAULT 0,
    overdue               boolean NOT NULL DEFAULT false,
    state                 text NOT NULL CHECK (state IN ('atContact', 'preAccepted', 'handled', 'withdrawn')),
    told                  timestamptz,
    ended                 timestamptz,
    outcome               text CHECK (outcome IN ('answered', 'ordered', 'opportunity', 'noted', 'impossible')),
    result                text,
    order_id              text,
    opportunity_id        text,
    instance_id           text,
    search                text NOT NULL,
    revision              integer NOT NULL DEFAULT 1
);
COMMENT ON COLUMN intake.intake.customer_id IS 'null while the customer is not known to us; the name is kept as it was given';
COMMENT ON COLUMN intake.intake.contact_channel IS '接触渠道';
COMMENT ON COLUMN intake.intake.handling_channel IS '办理渠道';
COMMENT ON COLUMN intake.intake.collaborating_channel IS '协同渠道, while it is asked to help';
COMMENT ON COLUMN intake.intake.parts IS 'every channel that has had a part in it: each of them sees the whole record';
COMMENT ON COLUMN intake.intake.choice IS 'the channel the customer chose';
COMMENT ON COLUMN intake.intake.external_id IS 'the number another system knows it by, one per such system';
COMMENT ON COLUMN intake.intake.received IS 'what that system sent, to tell a repetition from another request under the same number';
COMMENT ON COLUMN intake.intake.told IS 'when the message system confirmed that the customer was told of the pre-intake';
CREATE UNIQUE INDEX intake_once ON intake.intake (creator, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX intake_newest ON intake.intake (city, created DESC, id DESC);
CREATE INDEX intake_newest_anywhere ON intake.intake (created DESC, id DESC) INCLUDE (city);
CREATE INDEX intake_customer ON intake.intake (customer_id, created DESC, id DESC) INCLUDE (city);
CREATE INDEX intake_open ON intake.intake (city, handling_channel, created DESC, id DESC) WHERE ended IS NULL;

-- What each channel wrote down: the next one reads it (分阶段录入).
CREATE TABLE intake.note (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    intake_id   text NOT NULL REFERENCES intake.intake (id),
    city        text NOT NULL,
    at          timestamptz NOT NULL,
    author      text NOT NULL,
    author_name text NOT NULL,
    channel     text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('note', 'ask', 'answer')),
    text        text NOT NULL
);
CREATE INDEX note_intake ON intake.note (intake_id, id);

-- What happened to an intake; the sentence is made from kind and params in the reader's language.
CREATE TABLE intake.intake_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    intake_id text NOT NULL REFERENCES intake.intake (id),
    city      text NOT NULL,
    at        timestamptz NOT NULL,
    kind      text NOT NULL,
    actor     text,
    params    jsonb NOT NULL
);
CREATE INDEX intake_event_intake ON intake.intake_event (intake_id, id);

-- What somebody is just entering: their own, of no city yet, so without row-level security and found by person only.
CREATE TABLE intake.draft (
    person  text PRIMARY KEY,
    content text NOT NULL,
    saved   timestamptz NOT NULL
);

DO $$
DECLARE
    of_module text;
BEGIN
    FOREACH of_module IN ARRAY ARRAY ['intake', 'note', 'intake_event'] LOOP
        EXECUTE format('ALTER TABLE intake.%I ENABLE ROW LEVEL SECURITY', of_module);
        EXECUTE format('CREATE POLICY city_scope ON intake.%I USING (identity.in_scope(city)) '
                       'WITH CHECK (identity.in_scope(city))', of_module);
    END LOOP;
END $$;

INSERT INTO identity.role_module (role, module, access) VALUES
    ('hotline', 'intakes', 'write'),
    ('hall', 'intakes', 'write'),
    ('web', 'intakes', 'write'),
    ('account-manager', 'intakes', 'write'),
    ('tele-manager', 'intakes', 'write'),
    ('operations', 'intakes', 'write'),
    ('manager', 'intakes', 'read'),
    ('opportunity-admin', 'intakes', 'read'),
    ('approver', 'intakes', 'read'),
    ('admin', 'intakes', 'read');
