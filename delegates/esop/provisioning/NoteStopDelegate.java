package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class NoteStopDelegate implements JavaDelegate {

    private final PartnerStops stops;

    NoteStopDelegate(PartnerStops stops) {
        this.stops = stops;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stopped = stops.known(Step.parse((String) execution.getVariable("stepKey")));
        execution.setVariable("outcome", stopped.outcome());
        execution.setVariable("errorClass", stopped.trouble());
        execution.setVariable("errorMessage", stopped.message());
    }
}
