package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
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
        asked.ifPresent(step -> awaited(execution, step));
    }

    private static void awaited(DelegateExecution execution, Asked asked) {
        execution.setVariable("stepKey", asked.step().key());
        execution.setVariable("system", asked.system());
        execution.setVariable("step", asked.step().name());
        execution.setVariable("proofAsked", asked.proofAsked());
    }
}
