package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordRetentionDelegate implements JavaDelegate {

    private final CancellationWork work;
    private final CancellationForm form;

    RecordRetentionDelegate(CancellationWork work, CancellationForm form) {
        this.work = work;
        this.form = form;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = CancellationProcess.cancellationId(execution);
        var retention = String.valueOf(execution.getVariable(CancellationProcess.RETENTION));
        var owes = work.recordRetention(
                id,
                retention.equals("stays"),
                String.valueOf(CancellationProcess.text(execution, CancellationProcess.RETENTION_NOTE)));
        form.of(id).forEach(execution::setVariable);
        execution.setVariable(CancellationProcess.RETENTION, retention);
        execution.setVariable(CancellationProcess.SOMETHING_DUE, owes);
        execution.setVariable(CancellationProcess.SETTLEMENT_OUTCOME, retention.equals("stays") ? "stays" : "settled");
    }
}
