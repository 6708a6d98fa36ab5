-- Columns of the engine's tables that are empty in nearly every row: their indexes hold the filled rows only. That spares the
-- writing of an entry for each empty one, and no plan can take "is empty" for a narrow search: without statistics PostgreSQL
-- read all variables there are to find those of one execution that belong to no task. The names stay the engine's.
DROP INDEX camunda.act_idx_variable_task_id;
CREATE INDEX act_idx_variable_task_id ON camunda.act_ru_variable (task_id_) WHERE task_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_variable_task_name_type;
CREATE INDEX act_idx_variable_task_name_type ON camunda.act_ru_variable (task_id_, name_, type_) WHERE task_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_variable_tenant_id;
CREATE INDEX act_idx_variable_tenant_id ON camunda.act_ru_variable (tenant_id_) WHERE tenant_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_batch_id;
CREATE INDEX act_idx_batch_id ON camunda.act_ru_variable (batch_id_) WHERE batch_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_var_bytearray;
CREATE INDEX act_idx_var_bytearray ON camunda.act_ru_variable (bytearray_id_) WHERE bytearray_id_ IS NOT NULL;

DROP INDEX camunda.act_idx_exec_tenant_id;
CREATE INDEX act_idx_exec_tenant_id ON camunda.act_ru_execution (tenant_id_) WHERE tenant_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_exe_super;
CREATE INDEX act_idx_exe_super ON camunda.act_ru_execution (super_exec_) WHERE super_exec_ IS NOT NULL;

DROP INDEX camunda.act_idx_job_tenant_id;
CREATE INDEX act_idx_job_tenant_id ON camunda.act_ru_job (tenant_id_) WHERE tenant_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_job_exception;
CREATE INDEX act_idx_job_exception ON camunda.act_ru_job (exception_stack_id_) WHERE exception_stack_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_event_subscr_tenant_id;
CREATE INDEX act_idx_event_subscr_tenant_id ON camunda.act_ru_event_subscr (tenant_id_) WHERE tenant_id_ IS NOT NULL;

DROP INDEX camunda.act_idx_hi_pro_inst_tenant_id;
CREATE INDEX act_idx_hi_pro_inst_tenant_id ON camunda.act_hi_procinst (tenant_id_) WHERE tenant_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_hi_pro_rst_pro_inst_id;
CREATE INDEX act_idx_hi_pro_rst_pro_inst_id ON camunda.act_hi_procinst (restarted_proc_inst_id_)
    WHERE restarted_proc_inst_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_hi_act_inst_tenant_id;
CREATE INDEX act_idx_hi_act_inst_tenant_id ON camunda.act_hi_actinst (tenant_id_) WHERE tenant_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_hi_task_inst_tenant_id;
CREATE INDEX act_idx_hi_task_inst_tenant_id ON camunda.act_hi_taskinst (tenant_id_) WHERE tenant_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_hi_casevar_case_inst;
CREATE INDEX act_idx_hi_casevar_case_inst ON camunda.act_hi_varinst (case_inst_id_) WHERE case_inst_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_hi_var_inst_tenant_id;
CREATE INDEX act_idx_hi_var_inst_tenant_id ON camunda.act_hi_varinst (tenant_id_) WHERE tenant_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_hi_varinst_bytear;
CREATE INDEX act_idx_hi_varinst_bytear ON camunda.act_hi_varinst (bytearray_id_) WHERE bytearray_id_ IS NOT NULL;
DROP INDEX camunda.act_idx_bytear_depl;
CREATE INDEX act_idx_bytear_depl ON camunda.act_ge_bytearray (deployment_id_) WHERE deployment_id_ IS NOT NULL;
