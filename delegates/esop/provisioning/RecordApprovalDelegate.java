package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordApprovalDelegate implements JavaDelegate {

    private final FalloutApprovals approvals;

    RecordApprovalDelegate(FalloutApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "approved",
                approvals.decide(
                        (String) execution.getVariable("falloutId"),
                        (String) execution.getVariable("approval"),
                        (String) execution.getVariable("opinion")));
    }
}
