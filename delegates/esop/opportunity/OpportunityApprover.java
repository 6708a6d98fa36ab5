package esop.opportunity;

import esop.workflow.CaseDecisions;
import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whose turn it is to agree. */
@Delegate
class OpportunityApprover {

    private final CaseDecisions decisions;

    OpportunityApprover(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    public List<String> groups(DelegateExecution execution) {
        var submission = Approvals.submission(
                OpportunityProcess.opportunityId(execution), (String) execution.getVariable("subject"));
        decisions.show(execution, submission, Approvals.TABLE);
        return List.of(execution.getVariable("approvalRole") + "@" + execution.getVariable("city"));
    }
}
