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
        AwaitAnswerProcess.await(execution, orders.order((String) execution.getVariable("serviceOrderId")));
    }
}
