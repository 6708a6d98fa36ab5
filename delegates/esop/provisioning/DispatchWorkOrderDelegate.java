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
        AwaitAnswerProcess.await(execution, workOrders.dispatch((String) execution.getVariable("workOrderId")));
    }
}
