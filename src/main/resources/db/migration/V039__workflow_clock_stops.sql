-- 挂起: why a task waits for somebody else. Its time stops where that is the customer, or force majeure; otherwise it is written down only.
CREATE TABLE workflow.clock_stop (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id    text NOT NULL,
    city       text NOT NULL,
    cause      text NOT NULL,
    side       text NOT NULL,
    stops      boolean NOT NULL,
    reason     text NOT NULL,
    person     text NOT NULL,
    since      timestamptz NOT NULL DEFAULT now(),
    until      timestamptz NOT NULL,
    resumed    timestamptz,
    resumed_by text,
    CHECK (until > since)
);
COMMENT ON COLUMN workflow.clock_stop.until IS 'when it goes on by itself; at the latest after as many working days as the table stop-cause allows';
CREATE UNIQUE INDEX clock_stop_open ON workflow.clock_stop (task_id) WHERE resumed IS NULL;
CREATE INDEX clock_stop_task ON workflow.clock_stop (task_id, since);
CREATE INDEX clock_stop_until ON workflow.clock_stop (until) WHERE resumed IS NULL;
ALTER TABLE workflow.clock_stop ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.clock_stop USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));

-- What units and partners have of an order's time: from each dispatch to its answer, in their own calendar.
CREATE TABLE workflow.unit_clock (
    key      text PRIMARY KEY,
    work     text NOT NULL,
    about    text NOT NULL,
    city     text NOT NULL,
    unit     text NOT NULL,
    side     text NOT NULL CHECK (side IN ('network', 'platform', 'partner')),
    calendar text NOT NULL,
    begun    timestamptz NOT NULL,
    target   text NOT NULL,
    due      timestamptz NOT NULL,
    ended    timestamptz,
    minutes  integer
);
COMMENT ON COLUMN workflow.unit_clock.key IS 'the step that was asked, with its generation';
COMMENT ON COLUMN workflow.unit_clock.target IS 'what was expected, by the table expected-wait';
COMMENT ON COLUMN workflow.unit_clock.minutes IS 'of the unit''s working time, once it has answered';
CREATE INDEX unit_clock_about ON workflow.unit_clock (about, begun);
CREATE INDEX unit_clock_open ON workflow.unit_clock (work) WHERE ended IS NULL;
ALTER TABLE workflow.unit_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON workflow.unit_clock USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
