package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestNetworkWithdrawalDelegate implements JavaDelegate {

    private final NetworkOrders orders;

    RequestNetworkWithdrawalDelegate(NetworkOrders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = orders.withdraw((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("withdrawalRequested", asked.isPresent());
        asked.ifPresent(step -> AwaitAnswerProcess.await(execution, step));
    }
}
