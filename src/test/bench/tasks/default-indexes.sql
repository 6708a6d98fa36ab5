-- As the engine delivers them: those that ESOP has narrowed to the rows that are filled (V054), whole again.
DROP INDEX camunda.act_idx_variable_task_id, camunda.act_idx_variable_task_name_type, camunda.act_idx_variable_tenant_id,
    camunda.act_idx_batch_id, camunda.act_idx_var_bytearray, camunda.act_idx_exec_tenant_id, camunda.act_idx_exe_super;
CREATE INDEX act_idx_variable_task_id ON camunda.act_ru_variable (task_id_);
CREATE INDEX act_idx_variable_task_name_type ON camunda.act_ru_variable (task_id_, name_, type_);
CREATE INDEX act_idx_variable_tenant_id ON camunda.act_ru_variable (tenant_id_);
CREATE INDEX act_idx_batch_id ON camunda.act_ru_variable (batch_id_);
CREATE INDEX act_idx_var_bytearray ON camunda.act_ru_variable (bytearray_id_);
CREATE INDEX act_idx_exec_tenant_id ON camunda.act_ru_execution (tenant_id_);
CREATE INDEX act_idx_exe_super ON camunda.act_ru_execution (super_exec_);
ANALYZE camunda.act_ru_variable, camunda.act_ru_execution;
