package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestReservationDelegate implements JavaDelegate {

    private final ServiceRequests requests;

    RequestReservationDelegate(ServiceRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AwaitAnswerProcess.await(execution, requests.reserve((String) execution.getVariable("serviceOrderId")));
    }
}
