package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class SettleApprovalDelegate implements JavaDelegate {

    private final Approvals approvals;

    SettleApprovalDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.settle(OpportunityProcess.opportunityId(execution), (String) execution.getVariable("subject"));
    }
}
