package esop.provisioning;

import esop.workflow.CaseDecisions;
import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whose a fallout is: the role that fallout-policy named, or the one it was escalated to. */
@Delegate
class FalloutOwner {

    private final CaseDecisions decisions;

    FalloutOwner(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    public List<String> groups(DelegateExecution execution) {
        decisions.show(execution, (String) execution.getVariable("falloutId"), FalloutPolicy.TABLE);
        return List.of(execution.getVariable("ownerRole") + "@" + execution.getVariable("city"));
    }
}
