package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordAssistanceDelegate implements JavaDelegate {

    private final Collaborations collaborations;

    RecordAssistanceDelegate(Collaborations collaborations) {
        this.collaborations = collaborations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collaborations.giveBack(
                OpportunityProcess.opportunityId(execution),
                OpportunityProcess.text(execution, OpportunityProcess.ASSIST_DONE));
    }
}
