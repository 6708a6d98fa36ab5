package esop.ordering;

import esop.provisioning.Rollbacks;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class PlanRollbackDelegate implements JavaDelegate {

    private final Rollbacks rollbacks;

    PlanRollbackDelegate(Rollbacks rollbacks) {
        this.rollbacks = rollbacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var planned = rollbacks.plan(
                OrderProcess.orderId(execution), (String) execution.getVariable(OrderProcess.WITHDRAWAL_REASON));
        execution.setVariable("rollbackId", planned.orElse(null));
        execution.setVariable("anythingDone", planned.isPresent());
    }
}
