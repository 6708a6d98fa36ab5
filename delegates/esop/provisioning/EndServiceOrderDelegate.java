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
        var ended = "manual".equals(outcome) ? "done" : outcome;
        serviceOrders.end((String) execution.getVariable("serviceOrderId"), ended);
        execution.setVariable("outcome", ended);
    }
}
