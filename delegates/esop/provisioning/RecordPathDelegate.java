package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordPathDelegate implements JavaDelegate {

    private final ServiceOrders serviceOrders;

    RecordPathDelegate(ServiceOrders serviceOrders) {
        this.serviceOrders = serviceOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        serviceOrders.take((String) execution.getVariable("serviceOrderId"), (String) execution.getVariable("path"));
    }
}
