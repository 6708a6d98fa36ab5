package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class CloseCancellationDelegate implements JavaDelegate {

    private final CancellationWork work;

    CloseCancellationDelegate(CancellationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(CancellationProcess.RESULT, work.close(CancellationProcess.cancellationId(execution)));
    }
}
