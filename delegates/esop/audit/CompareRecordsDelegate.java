package esop.audit;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What the task will show is written with the outcome. */
@Delegate
class CompareRecordsDelegate implements JavaDelegate {

    private final AuditWork work;
    private final AuditTables tables;
    private final AuditRepository audits;
    private final AuditWords words;

    CompareRecordsDelegate(AuditWork work, AuditTables tables, AuditRepository audits, AuditWords words) {
        this.work = work;
        this.tables = tables;
        this.audits = audits;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = OrderAuditProcess.auditId(execution);
        var outcome = work.compare(id);
        execution.setVariable(OrderAuditProcess.OUTCOME, outcome);
        execution.setVariables(words.ofAudit(id));
        var audit = audits.find(id).orElseThrow();
        execution.setVariable(
                OrderAuditProcess.PAUSE,
                tables.asking(audit.products(), audit.customerLevel()).pause());
    }
}
