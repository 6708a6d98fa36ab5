-- Why a task came to its owner and its due time: written with the task, read by whoever asks.
CREATE TABLE workflow.task_decision (
    task_id text NOT NULL,
    decision text NOT NULL,
    version integer NOT NULL,
    rules text[] NOT NULL,
    inputs jsonb NOT NULL,
    outputs jsonb NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (task_id, decision)
);
