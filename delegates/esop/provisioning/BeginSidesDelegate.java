package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Both sides are due, but for one that still stands after the other was rolled back to a step. */
@Delegate
class BeginSidesDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    BeginSidesDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var done = workOrders.unitsDone((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("networkOutcome", done.contains("eoms") ? "done" : "due");
        execution.setVariable("partnerOutcome", done.contains("si") ? "done" : "due");
        execution.setVariable(
                "networkPath", "delete".equals(execution.getVariable("action")) ? "path-eoms-removal" : "path-eoms");
    }
}
