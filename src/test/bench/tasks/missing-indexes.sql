-- What the engine's own queries of an inbox would need and does not bring: by due time, by group with its tasks, by a variable's value.
CREATE INDEX bench_task_due ON camunda.act_ru_task (due_date_, id_) WHERE assignee_ IS NULL;
CREATE INDEX bench_link_group ON camunda.act_ru_identitylink (group_id_, type_, task_id_);
CREATE INDEX bench_link_task ON camunda.act_ru_identitylink (task_id_, type_, group_id_);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX bench_variable_text ON camunda.act_ru_variable USING gin (text_ gin_trgm_ops) WHERE type_ = 'string';
CREATE INDEX bench_variable_instance ON camunda.act_ru_variable (proc_inst_id_, name_, text_);
ANALYZE camunda.act_ru_task, camunda.act_ru_identitylink, camunda.act_ru_variable;
