package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestStopDelegate implements JavaDelegate {

    private final Stops stops;

    RequestStopDelegate(Stops stops) {
        this.stops = stops;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AwaitAnswerProcess.awaitStop(execution, stops.request((String) execution.getVariable("workOrderId")));
    }
}
