package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class LookAtOrderDelegate implements JavaDelegate {

    private final CancellationWork work;

    LookAtOrderDelegate(CancellationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                CancellationProcess.ORDER_OVER, work.orderOver(CancellationProcess.cancellationId(execution)));
    }
}
