package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Until somebody has answered, the partner is silent: that is what whoever asks goes on with after its time. */
@Delegate
class BeginPartnerStopDelegate implements JavaDelegate {

    private final PartnerStops stops;

    BeginPartnerStopDelegate(PartnerStops stops) {
        this.stops = stops;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stops.begin(Step.parse((String) execution.getVariable("stepKey"))).forEach(execution::setVariable);
        execution.setVariable("outcome", "silent");
        execution.setVariable("errorClass", "overdue");
        execution.setVariable("errorMessage", null);
    }
}
