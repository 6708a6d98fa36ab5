-- Filters of the inbox that somebody has kept, and perhaps shares: a person's own, of no city, so without row-level security.
CREATE TABLE workflow.task_filter (
    id       text PRIMARY KEY,
    owner    text NOT NULL,
    name     text NOT NULL,
    view     text NOT NULL,
    process  text,
    q        text,
    customer text,
    due      text,
    sort     text,
    shared_with text,
    revision integer NOT NULL,
    created  timestamptz NOT NULL,
    deleted  timestamptz
);
COMMENT ON COLUMN workflow.task_filter.shared_with IS 'role@city, or the id of an organization; null: with nobody';
COMMENT ON COLUMN workflow.task_filter.deleted IS 'can still be brought back; swept out a day later';
CREATE INDEX task_filter_owner ON workflow.task_filter (owner);
CREATE INDEX task_filter_shared ON workflow.task_filter (shared_with) WHERE shared_with IS NOT NULL;

CREATE TABLE workflow.task_filter_default (
    person text PRIMARY KEY,
    filter text NOT NULL REFERENCES workflow.task_filter (id) ON DELETE CASCADE
);
