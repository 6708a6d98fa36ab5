package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class EndServiceOrderDelegate implements JavaDelegate {

    private final ServiceOrders serviceOrders;

    EndServiceOrderDelegate(ServiceOrders serviceOrders) {
        this.serviceOrders = serviceOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = (String) execution.getVariable("outcome");
        var done = "done".equals(outcome) || "manual".equals(outcome);
        var id = (String) execution.getVariable("serviceOrderId");
        if ("partial".equals(outcome)) {
            serviceOrders.endInPart(id, (String) execution.getVariable("errorMessage"));
        } else {
            serviceOrders.end(id, done);
        }
        execution.setVariable("outcome", done ? "done" : outcome);
    }
}
