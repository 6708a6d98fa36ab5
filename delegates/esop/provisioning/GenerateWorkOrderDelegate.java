package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class GenerateWorkOrderDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    GenerateWorkOrderDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        workOrders.generate(id, (String) execution.getVariable("serviceOrderId"), "eoms");
        execution.setVariable("workOrderId", id);
    }
}
