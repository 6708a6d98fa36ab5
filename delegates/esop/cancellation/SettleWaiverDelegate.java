package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class SettleWaiverDelegate implements JavaDelegate {

    private final WaiverApprovals approvals;

    SettleWaiverDelegate(WaiverApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                CancellationProcess.WAIVER_GRANTED, approvals.settle(CancellationProcess.cancellationId(execution)));
    }
}
