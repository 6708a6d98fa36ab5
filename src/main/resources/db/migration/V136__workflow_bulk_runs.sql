-- One action on many tasks, carried out in the background. ESOP 4.2.
CREATE TABLE workflow.bulk_run (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person    text NOT NULL,
    language  text NOT NULL,
    action    text NOT NULL,
    recipient text,
    reason    text,
    data      jsonb,
    on_day    date,
    created   timestamptz NOT NULL DEFAULT now(),
    turn      timestamptz NOT NULL DEFAULT now(),
    finished  timestamptz
);
COMMENT ON COLUMN workflow.bulk_run.person IS 'who asked for it, in whose name it is done and who alone sees it';
COMMENT ON COLUMN workflow.bulk_run.turn IS 'when it was last worked on: several take turns';
CREATE INDEX bulk_run_turn ON workflow.bulk_run (turn) WHERE finished IS NULL;
CREATE INDEX bulk_run_finished ON workflow.bulk_run (finished);
CREATE INDEX bulk_run_person ON workflow.bulk_run (person) WHERE finished IS NULL;

CREATE TABLE workflow.bulk_item (
    run      bigint NOT NULL REFERENCES workflow.bulk_run (id) ON DELETE CASCADE,
    position integer NOT NULL,
    task_id  text NOT NULL,
    state    text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed', 'stopped')),
    detail   text,
    settled  timestamptz,
    PRIMARY KEY (run, position)
);
CREATE INDEX bulk_item_waiting ON workflow.bulk_item (run, position) WHERE state = 'waiting';
