-- 催单, 撤单, 拉回: what people ask of a work order's unit while it works, and what became of it. ESOP 6.3.2.2.

CREATE TABLE provisioning.work_order_action (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    work_order_id text NOT NULL,
    city          text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('expedite', 'withdraw', 'recall')),
    dispatch      integer NOT NULL,
    words         text NOT NULL,
    priority      integer CHECK (priority BETWEEN 0 AND 4),
    person        text NOT NULL,
    step          integer,
    state         text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'done', 'refused', 'late', 'unanswered')),
    answer        text,
    asked         timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled       timestamptz
);
COMMENT ON COLUMN provisioning.work_order_action.work_order_id IS 'no reference: where all is new, work orders come to be after this';
COMMENT ON COLUMN provisioning.work_order_action.dispatch IS 'which dispatch of the work order it is about';
COMMENT ON COLUMN provisioning.work_order_action.words IS 'the note of an expedite, the reason of the others';
COMMENT ON COLUMN provisioning.work_order_action.priority IS 'what an expedite raises it to at the unit';
COMMENT ON COLUMN provisioning.work_order_action.step IS 'generation of the step by which the unit is asked';
COMMENT ON COLUMN provisioning.work_order_action.state IS 'late: the unit had answered the dispatch before';
COMMENT ON COLUMN provisioning.work_order_action.answer IS 'the words of the unit';
CREATE INDEX work_order_action_work_order ON provisioning.work_order_action (work_order_id, id);
-- Whoever else asks a unit to stop in the same moment finds that it is asked already.
CREATE UNIQUE INDEX work_order_action_stopping ON provisioning.work_order_action (work_order_id)
    WHERE state = 'asked' AND kind IN ('withdraw', 'recall');

-- Asked to stop and not refused: until its unit has answered the dispatch itself, a work order is being withdrawn.
CREATE FUNCTION provisioning.is_withdrawing(work_order text, generation integer) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM provisioning.work_order_action a
        WHERE a.work_order_id = work_order AND a.dispatch = generation AND a.kind IN ('withdraw', 'recall') AND a.state IN ('asked', 'done'))
$$;

ALTER TABLE provisioning.work_order_action ENABLE ROW LEVEL SECURITY;
CREATE POLICY city_scope ON provisioning.work_order_action USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
