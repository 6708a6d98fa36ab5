package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class PlanPartialUndoDelegate implements JavaDelegate {

    private final PartialFailures failures;

    PlanPartialUndoDelegate(PartialFailures failures) {
        this.failures = failures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var planned = failures.planUndo((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("rollbackId", planned.orElse(null));
        execution.setVariable("anythingDone", planned.isPresent());
        execution.setVariable("outcome", "undone");
    }
}
