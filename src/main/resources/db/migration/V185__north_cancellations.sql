-- What other systems asked to cancel (TMF622 cancelProductOrder, TMF641 cancelServiceOrder): who, when, why, and what became of it.
CREATE SEQUENCE north.cancellation_number;
GRANT USAGE, SELECT ON SEQUENCE north.cancellation_number TO esop_app;

CREATE TABLE north.cancellation (
    id       text PRIMARY KEY,
    order_id text NOT NULL,
    city     text NOT NULL,
    api      text NOT NULL,
    client   text NOT NULL,
    asked    timestamptz NOT NULL,
    reason   text NOT NULL,
    state    text NOT NULL CHECK (state IN ('inProgress', 'accepted', 'terminatedWithError', 'done')),
    refusal  text,
    ended    timestamptz,
    CHECK ((state = 'terminatedWithError') = (refusal IS NOT NULL)),
    CHECK ((state IN ('terminatedWithError', 'done')) = (ended IS NOT NULL))
);
COMMENT ON TABLE north.cancellation IS '外部系统的撤单请求';
COMMENT ON COLUMN north.cancellation.refusal IS '订单继续执行的原因';
CREATE INDEX cancellation_asked ON north.cancellation (api, asked DESC, id DESC);
CREATE INDEX cancellation_order ON north.cancellation (order_id);

ALTER TABLE north.cancellation ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON north.cancellation USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
