package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class AssessPenaltyDelegate implements JavaDelegate {

    private final CancellationWork work;

    AssessPenaltyDelegate(CancellationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                CancellationProcess.STILL_BOUND, work.assess(CancellationProcess.cancellationId(execution)));
    }
}
