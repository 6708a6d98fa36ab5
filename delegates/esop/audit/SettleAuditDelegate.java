package esop.audit;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class SettleAuditDelegate implements JavaDelegate {

    private final AuditWork work;

    SettleAuditDelegate(AuditWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                OrderAuditProcess.ASK_AGAIN,
                work.recordSettlement(
                        OrderAuditProcess.auditId(execution),
                        String.valueOf(execution.getVariable(OrderAuditProcess.SETTLEMENT)),
                        String.valueOf(OrderAuditProcess.text(execution, OrderAuditProcess.REASON))));
    }
}
