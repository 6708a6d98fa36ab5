package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class CloseFalloutDelegate implements JavaDelegate {

    private final Fallouts fallouts;

    CloseFalloutDelegate(Fallouts fallouts) {
        this.fallouts = fallouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("outcome", fallouts.close((String) execution.getVariable("falloutId")));
    }
}
