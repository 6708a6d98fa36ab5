package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class DispatchWorkOrderDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    DispatchWorkOrderDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = workOrders.dispatch((String) execution.getVariable("workOrderId"));
        execution.setVariable("stepKey", asked.step().key());
        execution.setVariable("system", asked.system());
        execution.setVariable("step", asked.step().name());
        execution.setVariable("proofAsked", asked.proofAsked());
    }
}
