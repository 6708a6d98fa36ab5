package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The channel did nothing in time. */
@Delegate
class TakeBackDelegate implements JavaDelegate {

    private final Collaborations collaborations;

    TakeBackDelegate(Collaborations collaborations) {
        this.collaborations = collaborations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collaborations.giveBack(OpportunityProcess.opportunityId(execution), null);
    }
}
