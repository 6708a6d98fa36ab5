package esop.provisioning;

import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whose a fallout is: the role that fallout-policy named, or the one it was escalated to. */
@Delegate
class FalloutOwner {

    public List<String> groups(DelegateExecution execution) {
        return List.of(execution.getVariable("ownerRole") + "@" + execution.getVariable("city"));
    }
}
