-- 事件订阅方: another system that wants to hear of events is called like a backing system, with a breaker, places and calls of its own.
ALTER TABLE systems.backing_system ADD COLUMN client text;
ALTER TABLE systems.backing_system ADD COLUMN removed timestamptz;
COMMENT ON COLUMN systems.backing_system.client IS 'whose listener it is; null for a backing system';
COMMENT ON COLUMN systems.backing_system.removed IS 'since when nothing is told to it any more; its calls remain to be read';
CREATE SEQUENCE systems.listener_number;
CREATE SEQUENCE systems.event_number;

INSERT INTO systems.resend_policy (system, step, error_class, attempts, intervals, jitter_percent, afterwards) VALUES
    ('*', 'event', '*', 12, 'PT2S,PT10S,PT1M,PT5M,PT15M,PT30M,PT1H', 20, 'MANUAL');

-- Who wants to hear of what at the north face.
CREATE TABLE north.listener (
    id       text PRIMARY KEY,
    api      text NOT NULL CHECK (api IN ('TMF622', 'TMF641')),
    client   text NOT NULL,
    callback text NOT NULL,
    query    text NOT NULL,
    created  timestamptz NOT NULL,
    UNIQUE (client, api, callback, query)
);
COMMENT ON TABLE north.listener IS '事件订阅';

-- The same number may stand for a product order and for a service order.
ALTER TABLE north.received_order ADD COLUMN api text NOT NULL DEFAULT 'TMF622' CHECK (api IN ('TMF622', 'TMF641'));
DROP INDEX north.received_order_once;
CREATE UNIQUE INDEX received_order_once ON north.received_order (client, api, external_id);
ALTER TABLE north.received_order ADD COLUMN ended timestamptz;
CREATE INDEX received_order_open ON north.received_order (api, client) WHERE ended IS NULL;
CREATE INDEX received_order_api ON north.received_order (api, received DESC, order_id DESC);

-- What has been told as at risk, so that each danger is told once.
CREATE TABLE north.told_jeopardy (
    order_id text NOT NULL REFERENCES north.received_order (order_id),
    city     text NOT NULL,
    alert    text NOT NULL,
    told     timestamptz NOT NULL,
    PRIMARY KEY (order_id, alert)
);
ALTER TABLE north.told_jeopardy ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON north.told_jeopardy USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
