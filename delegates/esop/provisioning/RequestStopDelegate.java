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
        var asked = stops.request((String) execution.getVariable("workOrderId"));
        execution.setVariable("stepKey", asked.step().key());
        execution.setVariable("system", asked.system());
        execution.setVariable("step", asked.step().name());
        execution.setVariable("proofAsked", asked.proofAsked());
    }
}
