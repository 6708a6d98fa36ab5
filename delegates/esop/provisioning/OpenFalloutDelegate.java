package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class OpenFalloutDelegate implements JavaDelegate {

    private final Fallouts fallouts;

    OpenFalloutDelegate(Fallouts fallouts) {
        this.fallouts = fallouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stepKey = (String) execution.getVariable("stepKey");
        var fallout = fallouts.open(
                execution.getProcessBusinessKey(),
                (String) execution.getVariable("serviceOrderId"),
                (String) execution.getVariable("workOrderId"),
                (String) execution.getVariable("system"),
                (String) execution.getVariable("step"),
                stepKey == null ? 0 : Step.parse(stepKey).generation(),
                (String) execution.getVariable("errorClass"),
                (String) execution.getVariable("errorMessage"));
        execution.setVariable("falloutId", fallout.id());
        execution.setVariable("attempt", fallout.attempt());
    }
}
