package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestNetworkOrderDelegate implements JavaDelegate {

    private final NetworkOrders orders;

    RequestNetworkOrderDelegate(NetworkOrders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = orders.order((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("stepKey", asked.step().key());
        execution.setVariable("system", asked.system());
        execution.setVariable("step", asked.step().name());
        execution.setVariable("proofAsked", asked.proofAsked());
    }
}
