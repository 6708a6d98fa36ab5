package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The order that takes everything down. */
@Delegate
class OrderEndingDelegate implements JavaDelegate {

    private final CancellationWork work;

    OrderEndingDelegate(CancellationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.order(CancellationProcess.cancellationId(execution));
    }
}
