package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordSilenceDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    RecordSilenceDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dispatching.silence(OpportunityProcess.opportunityId(execution));
    }
}
