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
        var action = (String) execution.getVariable("action");
        fallouts.resolve(
                (String) execution.getVariable("falloutId"), action, (String) execution.getVariable("note"), (String)
                        execution.getVariable("characteristics"));
        execution.setVariable("approvalNeeded", FalloutAnswers.needsApproval(action));
        execution.setVariable("wholeOrder", action.equals("roll-back-order"));
    }
}
