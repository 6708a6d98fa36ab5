package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestReleaseDelegate implements JavaDelegate {

    private final ServiceRequests requests;

    RequestReleaseDelegate(ServiceRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AwaitAnswerProcess.await(execution, requests.release((String) execution.getVariable("serviceOrderId")));
    }
}
