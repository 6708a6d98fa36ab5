package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordStopSilenceDelegate implements JavaDelegate {

    private final PartnerStops stops;

    RecordStopSilenceDelegate(PartnerStops stops) {
        this.stops = stops;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stops.giveUp(Step.parse((String) execution.getVariable("stepKey")));
    }
}
