package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ArchiveWorkOrderDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    ArchiveWorkOrderDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var byHand = "manual".equals(execution.getVariable("outcome"));
        workOrders.archive((String) execution.getVariable("workOrderId"), byHand);
        execution.setVariable("outcome", "done");
    }
}
