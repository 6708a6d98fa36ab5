-- What somebody is just entering: their own, of no city yet, so without row-level security and found by person only.
CREATE TABLE workflow.entry_draft (
    entry   text NOT NULL,
    person  text NOT NULL,
    content text NOT NULL,
    saved   timestamptz NOT NULL,
    PRIMARY KEY (person, entry)
);
COMMENT ON COLUMN workflow.entry_draft.entry IS 'of what: order, intake';
INSERT INTO workflow.entry_draft (entry, person, content, saved)
SELECT 'order', person, content, saved FROM ordering.order_draft
UNION ALL
SELECT 'intake', person, content, saved FROM intake.draft;
DROP TABLE ordering.order_draft;
DROP TABLE intake.draft;
