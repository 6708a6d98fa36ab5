package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestActivationDelegate implements JavaDelegate {

    private final ServiceRequests requests;

    RequestActivationDelegate(ServiceRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AwaitAnswerProcess.await(execution, requests.activate((String) execution.getVariable("serviceOrderId")));
    }
}
