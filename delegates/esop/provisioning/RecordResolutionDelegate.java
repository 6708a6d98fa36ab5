package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordResolutionDelegate implements JavaDelegate {

    private final Fallouts fallouts;

    RecordResolutionDelegate(Fallouts fallouts) {
        this.fallouts = fallouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        fallouts.resolve(
                (String) execution.getVariable("falloutId"),
                (String) execution.getVariable("action"),
                (String) execution.getVariable("note"),
                (String) execution.getVariable("characteristics"));
    }
}
