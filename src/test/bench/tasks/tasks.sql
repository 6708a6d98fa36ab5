-- Open tasks :first to :last, each of an instance of its own in the state in which the engine leaves it: in the engine's tables and in
-- our index. 200 groups in three cities; one in ten is claimed. Written without indexes, which are built again at the end; triggers
-- and foreign keys rest, because what is written here fits by construction.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '1GB';
SET max_parallel_maintenance_workers = 2;

CREATE TEMPORARY TABLE index_at_rest AS
SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition,
       coalesce(i.indexrelid::regclass::text LIKE '%fragments', false) AS is_fragments
FROM pg_index i
LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid
WHERE c.oid IS NULL
  AND i.indrelid IN (
      'camunda.act_ru_execution'::regclass, 'camunda.act_ru_task'::regclass, 'camunda.act_ru_identitylink'::regclass,
      'camunda.act_ru_variable'::regclass, 'camunda.act_hi_procinst'::regclass, 'camunda.act_hi_actinst'::regclass,
      'camunda.act_hi_taskinst'::regclass, 'workflow.open_task'::regclass, 'workflow.task_inbox'::regclass,
      'workflow.instance'::regclass, 'workflow.task_event'::regclass, 'web.searchable'::regclass);
DO $$
DECLARE
    at_rest record;
BEGIN
    FOR at_rest IN SELECT name FROM index_at_rest LOOP
        EXECUTE 'DROP INDEX ' || at_rest.name;
    END LOOP;
END $$;

CREATE TEMPORARY TABLE line AS
SELECT n,
       'bi-' || lpad(n::text, 9, '0') AS instance_id,
       'bt-' || lpad(n::text, 9, '0') AS task_id,
       'LC-' || lpad(n::text, 9, '0') AS business_key,
       place.city,
       'team-' || lpad((1 + n % 200 / 3)::text, 2, '0') || '@' || place.city AS team,
       CASE WHEN n / 200 % 10 = 0
            THEN 'crew-' || lpad((3 * (n % 200 / 3 + 67 * (n / 2000 % 99)) + n % 200 % 3)::text, 5, '0') END AS assignee,
       'K' || lpad((n % 50000)::text, 5, '0') AS customer_id,
       place.name || (ARRAY ['远航', '泊云', '恒升', '金禾', '海岳', '启明', '同创'])[1 + n % 7] || '集团' || n % 50000 AS customer_name,
       upper(left(place.city, 2)) || '-MPLS-' || lpad((n * 7919 % 100000007)::text, 8, '0') AS line_number,
       'HT2026' || lpad((n * 104729 % 1000000007)::text, 9, '0') AS contract_number,
       place.name || (ARRAY ['玄武区', '鼓楼区', '工业园区', '新吴区'])[1 + n % 4]
           || (ARRAY ['中山路', '长江路', '星湖街', '太湖大道', '软件大道'])[1 + n % 5] || n % 900 + 1 || '号' AS address,
       (ARRAY ['陈', '林', '黄', '吴', '徐', '孙', '马', '朱', '胡', '郭'])[1 + n % 10]
           || (ARRAY ['建国', '秀英', '志强', '丽华', '海波', '晓燕', '俊杰', '雅琴', '文斌', '春梅', '立新'])[1 + n % 11] AS contact,
       '138' || lpad((n * 3571 % 100000007)::text, 8, '0') AS phone,
       (ARRAY ['100M', '200M', '500M', '1000M'])[1 + n % 4] AS bandwidth,
       date_trunc('second', now()) - interval '3 hours' - n % 86400 * interval '1 second' AS created,
       date_trunc('second', now()) + ((n * 48611 % 1000003)::bigint - 50000) * interval '1 second' AS due
FROM generate_series(:first::bigint, :last::bigint) n
CROSS JOIN LATERAL (
    SELECT (ARRAY ['nanjing', 'suzhou', 'wuxi'])[1 + n % 200 % 3] AS city, (ARRAY ['南京', '苏州', '无锡'])[1 + n % 200 % 3] AS name) place;

INSERT INTO camunda.act_ru_execution
    (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, act_id_, act_inst_id_, is_active_, is_concurrent_,
     is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
SELECT instance_id, 1, instance_id, instance_id, business_key, ':definition', 'confirmLine', 'confirmLine:' || task_id, true, false, true,
       false, 1, 18, 3
FROM line;

INSERT INTO camunda.act_ru_task
    (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, priority_, create_time_, due_date_,
     suspension_state_, task_state_)
SELECT task_id, 1, instance_id, instance_id, ':definition', '核对专线资料', 'confirmLine', assignee, 50, created, due, 1, 'Created'
FROM line;

INSERT INTO camunda.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
SELECT 'bl-' || n, 1, team, 'candidate', task_id FROM line;

INSERT INTO camunda.act_ru_variable
    (id_, rev_, type_, name_, execution_id_, proc_inst_id_, proc_def_id_, text_, var_scope_, sequence_counter_, is_concurrent_local_)
SELECT 'bv-' || n || '-' || fact.number, 1, 'string', fact.name, instance_id, instance_id, ':definition', fact.value, instance_id, 1, false
FROM line
CROSS JOIN LATERAL (VALUES
    (1, 'city', city), (2, 'lineNumber', line_number), (3, 'contractNumber', contract_number), (4, 'installAddress', address),
    (5, 'contactName', contact), (6, 'contactPhone', phone), (7, 'bandwidth', bandwidth)) fact (number, name, value);

INSERT INTO camunda.act_hi_procinst
    (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, start_act_id_, root_proc_inst_id_, state_)
SELECT instance_id, instance_id, business_key, 'confirm-line', ':definition', created, 'lineAsked', instance_id, 'ACTIVE' FROM line;

INSERT INTO camunda.act_hi_actinst
    (id_, parent_act_inst_id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_, task_id_, act_name_,
     act_type_, start_time_, act_inst_state_, sequence_counter_)
SELECT 'confirmLine:' || task_id, instance_id, 'confirm-line', ':definition', instance_id, instance_id, instance_id, 'confirmLine', task_id,
       '核对专线资料', 'userTask', created, 0, 2
FROM line;

INSERT INTO camunda.act_hi_taskinst
    (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_inst_id_, name_, assignee_,
     start_time_, priority_, due_date_, task_state_)
SELECT task_id, 'confirmLine', 'confirm-line', ':definition', instance_id, instance_id, instance_id, 'confirmLine:' || task_id, '核对专线资料',
       assignee, created, 50, due, 'Created'
FROM line;

INSERT INTO workflow.instance
    (id, process, process_name, process_name_en, definition_id, business_key, root_id, root_business_key, city, customer_id,
     customer_name, started, state)
SELECT instance_id, 'confirm-line', '专线核对', 'Line check', ':definition', business_key, instance_id, business_key, city, customer_id,
       customer_name, created, 'running'
FROM line;

INSERT INTO workflow.open_task
    (task_id, activity, name, name_en, process, process_name, process_name_en, instance_id, business_key, root_business_key, subject,
     subject_en, customer_id, customer_name, city, candidate_groups, assignee, claimed, created, due, priority, revision, facts)
SELECT task_id, 'confirmLine', '核对专线资料', 'Check the line''s data', 'confirm-line', '专线核对', 'Line check', instance_id, business_key,
       business_key, '互联网专线', 'Leased line', customer_id, customer_name, city, ARRAY [team], assignee,
       CASE WHEN assignee IS NOT NULL THEN created END, created, due, 50, 1,
       lower(concat_ws(E'\n', line_number, contract_number, address, contact, phone, bandwidth))
FROM line;

INSERT INTO workflow.task_event (task_id, instance_id, root_business_key, city, at, change)
SELECT task_id, instance_id, business_key, city, created, 'created' FROM line;

INSERT INTO web.searchable (kind, id, city, content)
SELECT 'task', t.task_id, t.city, workflow.search_text(t) FROM line JOIN workflow.open_task t ON t.task_id = line.task_id;

INSERT INTO workflow.task_inbox (inbox, task_id, city, assignee, due, created, priority, process, customer_id, search, sole)
SELECT hole.name, t.task_id, t.city, t.assignee, t.due, t.created, t.priority, t.process, t.customer_id, s.content, true
FROM line
JOIN workflow.open_task t ON t.task_id = line.task_id
JOIN web.searchable s ON s.kind = 'task' AND s.city = t.city AND s.id = t.task_id
CROSS JOIN LATERAL (SELECT t.candidate_groups [1] UNION ALL SELECT 'person:' || t.assignee WHERE t.assignee IS NOT NULL) hole (name);

DO $$
DECLARE
    at_rest record;
BEGIN
    FOR at_rest IN SELECT * FROM index_at_rest LOOP
        EXECUTE at_rest.definition;
        IF at_rest.is_fragments THEN
            EXECUTE format('ALTER INDEX %s ALTER COLUMN 1 SET STATISTICS 0', at_rest.name);
        END IF;
    END LOOP;
END $$;
DROP TABLE line, index_at_rest;
SET session_replication_role = DEFAULT;
