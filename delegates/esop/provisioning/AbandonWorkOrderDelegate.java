package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class AbandonWorkOrderDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    AbandonWorkOrderDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        workOrders.abandon((String) execution.getVariable("workOrderId"));
    }
}
