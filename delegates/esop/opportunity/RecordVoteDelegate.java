package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordVoteDelegate implements JavaDelegate {

    private final Approvals approvals;
    private final ApprovalForm approvalForm;

    RecordVoteDelegate(Approvals approvals, ApprovalForm approvalForm) {
        this.approvals = approvals;
        this.approvalForm = approvalForm;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = OpportunityProcess.opportunityId(execution);
        var subject = (String) execution.getVariable("subject");
        approvals.vote(
                id, subject, (String) execution.getVariable("approval"), OpportunityProcess.text(execution, "opinion"));
        approvalForm.of(id, subject).forEach(execution::setVariable);
    }
}
