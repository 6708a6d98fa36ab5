-- The engine's history keeps instances and their steps only (ADR 19); 77 is that level's number.
UPDATE camunda.act_ge_property SET value_ = '77' WHERE name_ = 'historyLevel';

-- Steps are looked for by their instance and removed by their day. An index on the end of a step would have each row written twice,
-- with an entry in every index of the table.
DROP INDEX camunda.act_idx_hi_actinst_root_pi;
DROP INDEX camunda.act_idx_hi_act_inst_start_end;
DROP INDEX camunda.act_idx_hi_act_inst_end;
DROP INDEX camunda.act_idx_hi_act_inst_comp;
DROP INDEX camunda.act_idx_hi_act_inst_stats;
DROP INDEX camunda.act_idx_hi_act_inst_proc_def_key;
DROP INDEX camunda.act_idx_hi_ai_pdefid_end_time;
DROP INDEX camunda.act_idx_hi_pro_inst_end;
DROP INDEX camunda.act_idx_hi_pro_inst_proc_time;
DROP INDEX camunda.act_idx_hi_pi_pdefid_end_time;
DROP INDEX camunda.act_idx_hi_pro_inst_proc_def_key;
ALTER TABLE camunda.act_hi_actinst SET (fillfactor = 85);
ALTER TABLE camunda.act_hi_procinst SET (fillfactor = 85);

-- Where a row names its execution, that it belongs to an instance follows: the execution names it, and that is checked.
ALTER TABLE camunda.act_ru_variable DROP CONSTRAINT act_fk_var_procinst;
ALTER TABLE camunda.act_ru_task DROP CONSTRAINT act_fk_task_procinst;
ALTER TABLE camunda.act_ru_incident DROP CONSTRAINT act_fk_inc_procinst;
-- There are no cases (cmmn-enabled: false).
ALTER TABLE camunda.act_ru_variable DROP CONSTRAINT act_fk_var_case_exe, DROP CONSTRAINT act_fk_var_case_inst;
DROP INDEX camunda.act_idx_var_case_exe;
DROP INDEX camunda.act_idx_var_case_inst_id;
-- Those of the handler's kind and configuration answer it.
DROP INDEX camunda.act_idx_job_handler_type;

-- A function in SQL is planned anew at each call, one in PL/pgSQL once in a session.
DROP FUNCTION workflow.instance_started(jsonb);
DROP FUNCTION workflow.instance_ended(text, text);

-- Everything that one command of the engine has started and ended: an array of instances, and outcomes by instance.
CREATE FUNCTION workflow.instances_moved(started jsonb, ended jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO workflow.instance (
        id, process, process_name, process_name_en, definition_id, business_key, parent_id, root_id, root_business_key,
        city, customer_id, customer_name, started, ended, state)
    SELECT
        i.id, i.process, i.process_name, i.process_name_en, i.definition_id, i.business_key, i.parent_id, i.root_id, i.root_business_key,
        i.city, i.customer_id, i.customer_name, now(), NULL, 'running'
    FROM jsonb_populate_recordset(NULL::workflow.instance, instances_moved.started) AS i
    ON CONFLICT (id) DO NOTHING;
    IF instances_moved.ended <> '{}' THEN
        UPDATE workflow.instance AS i
        SET ended = now(), state = outcomes.value
        FROM jsonb_each_text(instances_moved.ended) AS outcomes
        WHERE i.id = outcomes.key AND i.ended IS NULL;
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION workflow.file_task(task workflow.open_task) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO workflow.task_inbox (
        inbox, task_id, city, assignee, due, created, priority, process, customer_id, search, sole)
    SELECT
        holes.hole, task.task_id, task.city, task.assignee, task.due, task.created, task.priority, task.process, task.customer_id,
        lower(concat_ws(' ', task.name, task.name_en, task.subject, task.subject_en, task.customer_name, task.customer_id,
            task.business_key, task.root_business_key)),
        holes.sole
    FROM (
        SELECT unnest(task.candidate_groups), cardinality(task.candidate_groups) = 1
        UNION
        SELECT 'person:' || task.assignee, true WHERE task.assignee IS NOT NULL
    ) AS holes (hole, sole);
END
$$;

CREATE OR REPLACE FUNCTION workflow.note_task(task workflow.open_task, change text, actor text, subject text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO workflow.task_event (task_id, instance_id, root_business_key, city, at, change, actor, subject)
    VALUES (task.task_id, task.instance_id, task.root_business_key, task.city, clock_timestamp(), change, actor, subject);
END
$$;

CREATE OR REPLACE FUNCTION provisioning.is_withdrawing(work_order text, generation integer) RETURNS boolean
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM provisioning.work_order_action a
        WHERE a.work_order_id = work_order AND a.dispatch = generation AND a.kind IN ('withdraw', 'recall') AND a.state IN ('asked', 'done'));
END
$$;
