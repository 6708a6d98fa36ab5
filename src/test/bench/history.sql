-- Finished orders number :first to :last, one each 150 seconds of the past, over three cities: our rows and the engine's, for measuring only. Triggers and foreign keys
-- rest, because what is written here fits by construction.
SET session_replication_role = replica;
SET synchronous_commit = off;

DROP TABLE IF EXISTS past;
CREATE TEMPORARY TABLE past AS
SELECT n,
       'PO-H' || lpad(n::text, 8, '0') AS id,
       'SO-H' || lpad(n::text, 8, '0') AS service_order_id,
       'WO-H' || lpad(n::text, 8, '0') AS work_order_id,
       'pi-h' || lpad(n::text, 32, '0') AS instance_id,
       (ARRAY ['nanjing', 'suzhou', 'wuxi'])[1 + n % 3] AS city,
       'H' || n % 5000 AS customer_id,
       '测试集团客户' || n % 5000 AS customer_name,
       (ARRAY ['vpmn', 'leased-line', 'adc'])[1 + n % 7 % 3] AS product,
       (ARRAY ['集团短号网', '互联网专线', 'ADC 应用托管'])[1 + n % 7 % 3] AS product_name,
       now() - interval '1 day' - n * interval '150 seconds' AS created
FROM generate_series(:first, :last) n;

INSERT INTO ordering.product_order
    (id, city, category, priority, customer_id, customer_name, customer_level, receiver, receiver_name, created, due, state,
     service_orders, service_orders_ended, completed, mirror_state, mirrored, instance_id, offering_ids, search)
SELECT id, city, 'subscription', 2, customer_id, customer_name, 'B', 'account-manager.' || city, '客户经理', created,
       created + interval '5 days', 'completed', 1, 1, created + interval '3 hours', 'completed', created + interval '3 hours',
       instance_id, ARRAY [product], lower(id || E'\n' || customer_id || E'\n' || customer_name)
FROM past;

INSERT INTO ordering.ordered_product (id, product, city, created)
SELECT id, product, city, created FROM past;

INSERT INTO ordering.product_order_item
    (id, order_id, position, city, offering_id, offering_name, offering_name_en, action, quantity, state, characteristics)
SELECT id || '-1', id, 0, city, product, product_name, product, 'add', 1, 'completed', '{"memberCount": 10}'
FROM past;

INSERT INTO ordering.order_event (order_id, city, at, kind, actor, subject, params)
SELECT id, city, created + step * interval '1 hour', (ARRAY ['order.accepted', 'order.decomposed', 'order.completed'])[step], NULL, id,
       '{"count": "1"}'
FROM past, generate_series(1, 3) step;

INSERT INTO ordering.return_call (order_id, city, at, caller, satisfaction)
SELECT id, city, created + interval '4 hours', 'tele-manager.' || city, 'satisfied'
FROM past;

INSERT INTO provisioning.service_order
    (id, name, source, type, state, product_order_id, order_item_id, city, customer_id, customer_name, customer_level, product,
     characteristics, level, depends_on, priority, requested_completion, path, created, started, completed)
SELECT service_order_id, product_name, 'order', 'add', 'completed', id, id || '-1', city, customer_id, customer_name, 'B', product,
       '{"memberCount": 10}', 0, '{}', 2, created + interval '5 days', 'path-eoms', created, created, created + interval '3 hours'
FROM past;

INSERT INTO provisioning.work_order
    (id, service_order_id, product_order_id, description, type, unit, state, generation, city, region, customer_id, customer_name,
     priority, due, reminder, dispatcher, review, reviewer, reviewed, created, dispatched, executed, completed)
SELECT work_order_id, service_order_id, id, customer_name || ' · ' || product_name, 'construction', 'eoms', 'archived', 1, city, city,
       customer_id, customer_name, 2, created + interval '5 days', created + interval '4 days', 'system', '', 'operations.' || city,
       created + interval '3 hours', created, created, created + interval '2 hours', created + interval '3 hours'
FROM past;

-- Sorted in at once: a million one after the other would take an hour.
DO $$
DECLARE
    fragments text := pg_get_indexdef('web.searchable_fragments'::regclass);
BEGIN
    DROP INDEX web.searchable_fragments;
    INSERT INTO web.searchable (kind, id, city, content)
    SELECT 'order', id, city, lower(concat_ws(E'\n', id, customer_id, customer_name)) FROM past
    UNION ALL
    SELECT 'work-order', work_order_id, city, lower(concat_ws(E'\n', work_order_id, service_order_id, id, customer_name)) FROM past;
    SET LOCAL maintenance_work_mem = '512MB';
    EXECUTE fragments;
    ALTER INDEX web.searchable_fragments ALTER COLUMN 1 SET STATISTICS 0;
END $$;

INSERT INTO provisioning.requested_step
    (aggregate, name, generation, service_order_id, work_order_id, system, city, state, source, requested, heard)
SELECT work_order_id, 'construct', 1, service_order_id, work_order_id, 'eoms', city, 'COMPLETED', 'CALLBACK', created,
       created + interval '2 hours'
FROM past;

-- One in twenty had trouble on its way.
INSERT INTO provisioning.fallout
    (id, product_order_id, service_order_id, work_order_id, city, system, step, generation, product, error_class, message, attempt,
     state, plan, owner_role, due, resolution, resolver, created, resolved)
SELECT 'FO-H' || lpad(n::text, 8, '0'), id, service_order_id, work_order_id, city, 'eoms', 'construct', 1, product, 'failed',
       '现场不具备施工条件', 1, 'resolved', 'manual', 'operations', created + interval '4 hours', 'retry', 'operations.' || city,
       created, created + interval '1 hour'
FROM past
WHERE n % 20 = 0;

INSERT INTO systems.system_call
    (key, system, operation, aggregate, step, generation, city, payload, payload_hash, state, attempts, answer, external_id,
     reported_state, reported_at, created, answered)
SELECT work_order_id || ':construct:1', 'eoms', 'tmf652.order', work_order_id, 'construct', 1, city, '{"externalId": "x"}',
       md5(work_order_id), 'DONE', 1, '{"state": "acknowledged"}', 'h' || n, 'COMPLETED', created, created, created
FROM past;

INSERT INTO systems.system_call_attempt (call_key, city, kind, at, outcome, status, millis, answer)
SELECT work_order_id || ':construct:1', city, 'SEND', created, 'answered', 201, 40, '{"state": "acknowledged"}'
FROM past;

INSERT INTO systems.callback (system, message_id, payload_hash, body, call_key, city, state, received)
SELECT 'eoms', 'h' || n, md5(work_order_id), '{"event": {}}', work_order_id || ':construct:1', city, 'APPLIED', created
FROM past;

INSERT INTO workflow.instance
    (id, process, process_name, process_name_en, definition_id, business_key, parent_id, root_id, root_business_key, city,
     customer_id, customer_name, started, ended, state)
SELECT instance_id || '-' || process.process, process.process, process.name, process.name, definition.id_,
       CASE process.process WHEN 'order' THEN past.id WHEN 'service-order' THEN service_order_id ELSE work_order_id END,
       CASE process.process WHEN 'order' THEN NULL ELSE instance_id || '-order' END,
       instance_id || '-order', past.id, city, customer_id, customer_name, created, created + interval '3 hours', 'completed'
FROM past
CROSS JOIN (VALUES ('order', '集团订单'), ('service-order', '定单'), ('work-order', '工单')) process (process, name)
JOIN LATERAL (SELECT id_ FROM camunda.act_re_procdef WHERE key_ = process.process ORDER BY version_ DESC LIMIT 1) definition ON true;

INSERT INTO workflow.closed_task
    (task_id, activity, name, name_en, process, process_name, process_name_en, instance_id, business_key, root_business_key, subject,
     subject_en, customer_id, customer_name, city, candidate_groups, assignee, claimed, created, due, priority, revision, closed,
     closed_by, outcome)
SELECT instance_id || '-t', 'signOffWorkOrder', '验收工单', 'Sign off the work order', 'work-order', '工单', 'Work order',
       instance_id || '-work-order', work_order_id, id, product_name, product, customer_id, customer_name, city,
       ARRAY ['operations@' || city], 'operations.' || city, created, created, created + interval '1 day', 2, 3,
       created + interval '3 hours', 'operations.' || city, 'completed'
FROM past;

INSERT INTO workflow.task_event (task_id, instance_id, root_business_key, city, at, change, actor)
SELECT instance_id || '-t', instance_id || '-work-order', id, city, created, change, 'operations.' || city
FROM past, unnest(ARRAY ['created', 'completed']) change;

INSERT INTO camunda.act_hi_procinst
    (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_, removal_time_, duration_, start_act_id_,
     end_act_id_, super_process_instance_id_, root_proc_inst_id_, state_)
SELECT id, id, business_key, process, definition_id, started, ended, started + interval '5 years', 10800000, 'start', 'end', parent_id,
       root_id, 'COMPLETED'
FROM workflow.instance
WHERE id LIKE 'pi-h%' AND started IN (SELECT created FROM past);

INSERT INTO camunda.act_hi_actinst
    (id_, parent_act_inst_id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_, act_name_,
     act_type_, start_time_, end_time_, duration_, act_inst_state_, sequence_counter_, removal_time_)
SELECT id || '-a' || number, id, process, definition_id, root_id, id, id, 'activity' || number, '活动', 'serviceTask', started, ended,
       100, 4, number, started + interval '5 years'
FROM workflow.instance, generate_series(1, 2) number
WHERE id LIKE 'pi-h%' AND started IN (SELECT created FROM past);

INSERT INTO camunda.act_hi_varinst
    (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_inst_id_, name_, var_type_, create_time_,
     rev_, text_, state_, removal_time_)
SELECT id || '-v' || number, process, definition_id, root_id, id, id, id, (ARRAY ['orderId', 'city'])[number], 'string', started, 0,
       CASE number WHEN 1 THEN root_business_key ELSE city END, 'CREATED', started + interval '5 years'
FROM workflow.instance, generate_series(1, 2) number
WHERE id LIKE 'pi-h%' AND started IN (SELECT created FROM past);

INSERT INTO camunda.act_hi_taskinst
    (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_inst_id_, name_, assignee_,
     start_time_, end_time_, duration_, delete_reason_, priority_, due_date_, removal_time_, task_state_)
SELECT task.task_id, task.activity, 'work-order', instance.definition_id, instance.root_id, instance.id, instance.id, instance.id,
       task.name, task.assignee, task.created, task.closed, 10800000, 'completed', 50, task.due, task.created + interval '5 years', 'Completed'
FROM workflow.closed_task task
JOIN workflow.instance ON instance.id = task.instance_id
WHERE instance.id LIKE 'pi-h%' AND instance.started IN (SELECT created FROM past);

SET session_replication_role = DEFAULT;
