-- What has been said of agreements that end (合同到期提醒): each reminder of the table agreement-reminder once, and again for another end.
CREATE TABLE opportunity.agreement_reminder (
    opportunity_id text NOT NULL REFERENCES opportunity.sales_opportunity (id),
    city           text NOT NULL,
    ends           date NOT NULL,
    days           integer NOT NULL,
    told           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (opportunity_id, ends, days)
);
COMMENT ON COLUMN opportunity.agreement_reminder.days IS '提前（天）';

ALTER TABLE opportunity.agreement_reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON opportunity.agreement_reminder USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
