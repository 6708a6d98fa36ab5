package esop.cancellation;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ReviewTermsDelegate implements JavaDelegate {

    private final CancellationWork work;

    ReviewTermsDelegate(CancellationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                CancellationProcess.TERMS_CHANGED, work.termsChanged(CancellationProcess.cancellationId(execution)));
    }
}
