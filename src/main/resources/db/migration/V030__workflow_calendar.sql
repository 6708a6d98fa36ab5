-- The province's working time. Only days that differ from their weekday have a row.
CREATE TABLE workflow.calendar_year (
    year integer PRIMARY KEY,
    provisional boolean NOT NULL,
    source text NOT NULL
);

CREATE TABLE workflow.calendar_day (
    day date PRIMARY KEY,
    working boolean NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE workflow.working_period (
    starts time PRIMARY KEY,
    ends time NOT NULL CHECK (ends > starts)
);

INSERT INTO workflow.working_period (starts, ends) VALUES ('09:00', '12:00'), ('13:30', '18:00');

INSERT INTO workflow.calendar_year (year, provisional, source) VALUES
    (2025, false, '国务院办公厅关于2025年部分节假日安排的通知 国办发明电〔2024〕12号, 2024-11-12'),
    (2026, false, '国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04'),
    (2027, true, '按《全国年节及纪念日放假办法》推算: 法定假日, 逢周末补假, 不含调休; 待国务院办公厅公布后更正');

INSERT INTO workflow.calendar_day (day, working, name, name_en)
SELECT day::date, false, name, name_en
FROM (VALUES
    ('2025-01-01', '2025-01-01', '元旦', 'New Year''s Day'),
    ('2025-01-28', '2025-02-04', '春节', 'Spring Festival'),
    ('2025-04-04', '2025-04-06', '清明节', 'Qingming Festival'),
    ('2025-05-01', '2025-05-05', '劳动节', 'Labour Day'),
    ('2025-05-31', '2025-06-02', '端午节', 'Dragon Boat Festival'),
    ('2025-10-01', '2025-10-08', '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
    ('2026-01-01', '2026-01-03', '元旦', 'New Year''s Day'),
    ('2026-02-15', '2026-02-23', '春节', 'Spring Festival'),
    ('2026-04-04', '2026-04-06', '清明节', 'Qingming Festival'),
    ('2026-05-01', '2026-05-05', '劳动节', 'Labour Day'),
    ('2026-06-19', '2026-06-21', '端午节', 'Dragon Boat Festival'),
    ('2026-09-25', '2026-09-27', '中秋节', 'Mid-Autumn Festival'),
    ('2026-10-01', '2026-10-07', '国庆节', 'National Day'),
    ('2027-01-01', '2027-01-01', '元旦', 'New Year''s Day'),
    ('2027-02-05', '2027-02-10', '春节', 'Spring Festival'),
    ('2027-04-05', '2027-04-05', '清明节', 'Qingming Festival'),
    ('2027-05-01', '2027-05-04', '劳动节', 'Labour Day'),
    ('2027-06-09', '2027-06-09', '端午节', 'Dragon Boat Festival'),
    ('2027-09-15', '2027-09-15', '中秋节', 'Mid-Autumn Festival'),
    ('2027-10-01', '2027-10-05', '国庆节', 'National Day')
) AS holiday (first, last, name, name_en)
CROSS JOIN LATERAL generate_series(first::date, last::date, interval '1 day') AS day;

INSERT INTO workflow.calendar_day (day, working, name, name_en) VALUES
    ('2025-01-26', true, '春节调休上班', 'make-up day for Spring Festival'),
    ('2025-02-08', true, '春节调休上班', 'make-up day for Spring Festival'),
    ('2025-04-27', true, '劳动节调休上班', 'make-up day for Labour Day'),
    ('2025-09-28', true, '国庆节、中秋节调休上班', 'make-up day for National Day and Mid-Autumn Festival'),
    ('2025-10-11', true, '国庆节、中秋节调休上班', 'make-up day for National Day and Mid-Autumn Festival'),
    ('2026-01-04', true, '元旦调休上班', 'make-up day for New Year''s Day'),
    ('2026-02-14', true, '春节调休上班', 'make-up day for Spring Festival'),
    ('2026-02-28', true, '春节调休上班', 'make-up day for Spring Festival'),
    ('2026-05-09', true, '劳动节调休上班', 'make-up day for Labour Day'),
    ('2026-09-20', true, '国庆节调休上班', 'make-up day for National Day'),
    ('2026-10-10', true, '国庆节调休上班', 'make-up day for National Day');
