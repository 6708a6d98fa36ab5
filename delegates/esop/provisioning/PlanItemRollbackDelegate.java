package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Where it was decided to take this item back, what its path has left standing is planned to be. */
@Delegate
class PlanItemRollbackDelegate implements JavaDelegate {

    private final ItemRollbacks rollbacks;

    PlanItemRollbackDelegate(ItemRollbacks rollbacks) {
        this.rollbacks = rollbacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var planned = rollbacks.planDecided((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("rollbackId", planned.orElse(null));
        execution.setVariable("anythingDone", planned.isPresent());
    }
}
