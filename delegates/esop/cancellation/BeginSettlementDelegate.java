package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class BeginSettlementDelegate implements JavaDelegate {

    private final CancellationWork work;
    private final CancellationForm form;

    BeginSettlementDelegate(CancellationWork work, CancellationForm form) {
        this.work = work;
        this.form = form;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = CancellationProcess.cancellationId(execution);
        execution.setVariable(CancellationProcess.RETENTION_DUE, work.beginSettlement(id));
        form.of(id).forEach(execution::setVariable);
    }
}
