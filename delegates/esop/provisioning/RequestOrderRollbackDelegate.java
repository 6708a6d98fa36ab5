package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestOrderRollbackDelegate implements JavaDelegate {

    private final FalloutApprovals approvals;

    RequestOrderRollbackDelegate(FalloutApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.rollBackOrder((String) execution.getVariable("falloutId"));
    }
}
