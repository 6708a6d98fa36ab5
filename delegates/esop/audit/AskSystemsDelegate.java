package esop.audit;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class AskSystemsDelegate implements JavaDelegate {

    private final AuditWork work;

    AskSystemsDelegate(AuditWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(OrderAuditProcess.ANYTHING_TO_ASK, work.ask(OrderAuditProcess.auditId(execution)));
    }
}
