-- Calendars of cities and units beside the province's. What a calendar does not say itself, its parent says. ESOP 6.5.2.
CREATE TABLE workflow.calendar (
    id         text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9.-]{0,39}$'),
    name       text NOT NULL,
    name_en    text NOT NULL,
    parent     text REFERENCES workflow.calendar (id),
    city       text,
    revision   integer NOT NULL DEFAULT 1,
    changed    timestamptz,
    changed_by text
);
COMMENT ON COLUMN workflow.calendar.city IS 'whose administrators may change it; null: only who works for the whole province';

INSERT INTO workflow.calendar (id, name, name_en, parent) VALUES
    ('province', '全省', 'Province', NULL),
    ('around-the-clock', '7×24 小时', 'Around the clock', NULL),
    ('eoms', '网络部', 'Network department', 'province'),
    ('si.local', '听澜科技', 'Tinglan Technology', 'province');

ALTER TABLE workflow.calendar_year
    ADD COLUMN calendar text NOT NULL DEFAULT 'province' REFERENCES workflow.calendar (id),
    DROP CONSTRAINT calendar_year_pkey,
    ADD PRIMARY KEY (calendar, year);
ALTER TABLE workflow.calendar_year ALTER COLUMN calendar DROP DEFAULT;

ALTER TABLE workflow.calendar_day
    ADD COLUMN calendar text NOT NULL DEFAULT 'province' REFERENCES workflow.calendar (id),
    DROP CONSTRAINT calendar_day_pkey,
    ADD PRIMARY KEY (calendar, day);
ALTER TABLE workflow.calendar_day ALTER COLUMN calendar DROP DEFAULT;

-- Minutes of the day, so that a day can end at 24:00.
CREATE TABLE workflow.calendar_hours (
    calendar text NOT NULL REFERENCES workflow.calendar (id),
    weekday  integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts   integer NOT NULL CHECK (starts >= 0),
    ends     integer NOT NULL CHECK (ends > starts AND ends <= 1440),
    PRIMARY KEY (calendar, weekday, starts)
);
COMMENT ON COLUMN workflow.calendar_hours.weekday IS '1 is Monday; a weekday without rows is a day of rest';

INSERT INTO workflow.calendar_hours (calendar, weekday, starts, ends)
SELECT 'province', weekday, extract(epoch FROM starts)::integer / 60, extract(epoch FROM ends)::integer / 60
FROM workflow.working_period CROSS JOIN generate_series(1, 5) AS weekday;
DROP TABLE workflow.working_period;

INSERT INTO workflow.calendar_hours (calendar, weekday, starts, ends)
SELECT 'around-the-clock', weekday, 0, 1440 FROM generate_series(1, 7) AS weekday;
-- Those who install at customers' places also do so on Saturdays.
INSERT INTO workflow.calendar_hours (calendar, weekday, starts, ends)
SELECT 'si.local', weekday, starts, ends
FROM generate_series(1, 6) AS weekday CROSS JOIN (VALUES (510, 720), (780, 1050)) AS span (starts, ends);

INSERT INTO identity.role_module (role, module, access) VALUES
    ('admin', 'calendars', 'write'),
    ('designer', 'calendars', 'write'),
    ('city-admin', 'calendars', 'write'),
    ('manager', 'calendars', 'read'),
    ('operations', 'calendars', 'read');
