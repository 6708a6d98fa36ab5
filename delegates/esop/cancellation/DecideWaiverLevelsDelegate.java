package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class DecideWaiverLevelsDelegate implements JavaDelegate {

    private final WaiverApprovals approvals;
    private final CancellationForm form;

    DecideWaiverLevelsDelegate(WaiverApprovals approvals, CancellationForm form) {
        this.approvals = approvals;
        this.form = form;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = CancellationProcess.cancellationId(execution);
        approvals.submit(id);
        form.of(id).forEach(execution::setVariable);
    }
}
