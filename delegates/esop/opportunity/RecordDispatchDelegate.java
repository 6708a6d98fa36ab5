package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordDispatchDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    RecordDispatchDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dispatching.byHand(OpportunityProcess.opportunityId(execution), (String)
                execution.getVariable(OpportunityProcess.RECEIVER));
    }
}
