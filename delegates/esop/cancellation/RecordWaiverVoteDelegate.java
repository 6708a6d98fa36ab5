package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordWaiverVoteDelegate implements JavaDelegate {

    private final WaiverApprovals approvals;
    private final CancellationForm form;

    RecordWaiverVoteDelegate(WaiverApprovals approvals, CancellationForm form) {
        this.approvals = approvals;
        this.form = form;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = CancellationProcess.cancellationId(execution);
        approvals.vote(
                id,
                String.valueOf(execution.getVariable(CancellationProcess.APPROVAL)),
                CancellationProcess.text(execution, CancellationProcess.OPINION));
        form.of(id).forEach(execution::setVariable);
    }
}
