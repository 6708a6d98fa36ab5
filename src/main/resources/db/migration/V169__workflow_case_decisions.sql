-- Why a case has come to whoever has it: written when it is decided, copied to each task that follows from it. Like task_decision
-- without row-level security: read only while the engine makes a task of the case.
CREATE TABLE workflow.case_decision (
    case_id   text NOT NULL,
    decision  text NOT NULL,
    explained jsonb NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (case_id, decision)
);
