package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordStopAnswerDelegate implements JavaDelegate {

    private final PartnerStops stops;

    RecordStopAnswerDelegate(PartnerStops stops) {
        this.stops = stops;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = (String) execution.getVariable("reason");
        var outcome = stops.answer(
                Step.parse((String) execution.getVariable("stepKey")),
                (String) execution.getVariable("decision"),
                reason);
        execution.setVariable("outcome", outcome);
        execution.setVariable("errorClass", outcome.equals("done") ? null : outcome);
        execution.setVariable("errorMessage", reason);
    }
}
