package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordHandOverDelegate implements JavaDelegate {

    private final Collaborations collaborations;

    RecordHandOverDelegate(Collaborations collaborations) {
        this.collaborations = collaborations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collaborations.handOver(
                OpportunityProcess.opportunityId(execution),
                (String) execution.getVariable(OpportunityProcess.STAGE),
                (String) execution.getVariable(OpportunityProcess.ASSIST_GROUP),
                (String) execution.getVariable(OpportunityProcess.ASSIST_ASK));
    }
}
