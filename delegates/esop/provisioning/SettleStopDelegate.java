package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class SettleStopDelegate implements JavaDelegate {

    private final Stops stops;

    SettleStopDelegate(Stops stops) {
        this.stops = stops;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome =
                stops.settle((String) execution.getVariable("workOrderId"), (String) execution.getVariable("outcome"));
        execution.setVariable("outcome", outcome);
    }
}
