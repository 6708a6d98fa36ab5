package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** An open form shows what is known now, also after a refusal. */
@Delegate
class ShowSettlementDelegate implements JavaDelegate {

    private final CancellationForm form;

    ShowSettlementDelegate(CancellationForm form) {
        this.form = form;
    }

    @Override
    public void execute(DelegateExecution execution) {
        form.of(CancellationProcess.cancellationId(execution)).forEach(execution::setVariable);
    }
}
