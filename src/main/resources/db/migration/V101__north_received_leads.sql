-- Leads that other systems sent over TMF699: the number each client knows one by (ESOP 6.3.1.1).
CREATE TABLE north.received_lead (
    opportunity_id text PRIMARY KEY,
    city           text NOT NULL,
    client         text NOT NULL,
    external_id    text,
    content        text NOT NULL,
    received       timestamptz NOT NULL
);
COMMENT ON TABLE north.received_lead IS '外部渠道送来的商机';
COMMENT ON COLUMN north.received_lead.content IS 'SHA-256 of what was sent, to tell a repetition from another lead under the same number';
CREATE UNIQUE INDEX received_lead_once ON north.received_lead (client, external_id);

ALTER TABLE north.received_lead ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON north.received_lead USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
