package esop.opportunity;

import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whose turn it is to agree. */
@Delegate
class OpportunityApprover {

    public List<String> groups(DelegateExecution execution) {
        return List.of(execution.getVariable("approvalRole") + "@" + execution.getVariable("city"));
    }
}
