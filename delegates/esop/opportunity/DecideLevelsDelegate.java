package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class DecideLevelsDelegate implements JavaDelegate {

    private final Approvals approvals;
    private final ApprovalForm approvalForm;

    DecideLevelsDelegate(Approvals approvals, ApprovalForm approvalForm) {
        this.approvals = approvals;
        this.approvalForm = approvalForm;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = OpportunityProcess.opportunityId(execution);
        var subject = Approvals.subject((String) execution.getVariable(OpportunityProcess.STAGE));
        approvals.submit(id, subject);
        approvalForm.of(id, subject).forEach(execution::setVariable);
    }
}
