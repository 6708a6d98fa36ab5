-- What a unit says of the work it has in hand besides its state (TMF641 jeopardyAlert, milestone, expectedCompletionDate): the last word.
CREATE TABLE provisioning.outlook (
    subject    text PRIMARY KEY,
    generation integer NOT NULL,
    city       text NOT NULL,
    expected   timestamptz,
    alert      text,
    alerted    timestamptz,
    milestone  text
);
COMMENT ON TABLE provisioning.outlook IS '单位预告: what a unit says of its work besides the state';
COMMENT ON COLUMN provisioning.outlook.subject IS 'the work order, or the service order where a unit is asked without one';
COMMENT ON COLUMN provisioning.outlook.generation IS 'of the step that was spoken of: what was said of an earlier dispatch counts no longer';
COMMENT ON COLUMN provisioning.outlook.expected IS 'when the unit expects to be done, where that is not the date it was asked for';

ALTER TABLE provisioning.outlook ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.outlook USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
