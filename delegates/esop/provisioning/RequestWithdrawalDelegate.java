package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestWithdrawalDelegate implements JavaDelegate {

    private final ServiceRequests requests;

    RequestWithdrawalDelegate(ServiceRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = requests.withdraw((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("withdrawalRequested", asked.isPresent());
        asked.ifPresent(step -> AwaitAnswerProcess.awaitStop(execution, step));
    }
}
