package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestReclaimDelegate implements JavaDelegate {

    private final ServiceRequests requests;

    RequestReclaimDelegate(ServiceRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = requests.reclaim((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("reclaimDue", asked.isPresent());
        asked.ifPresent(known -> AwaitAnswerProcess.await(execution, known));
    }
}
