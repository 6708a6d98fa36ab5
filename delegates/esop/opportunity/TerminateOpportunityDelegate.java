package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class TerminateOpportunityDelegate implements JavaDelegate {

    private final StageWork stageWork;

    TerminateOpportunityDelegate(StageWork stageWork) {
        this.stageWork = stageWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stageWork.terminate(
                OpportunityProcess.opportunityId(execution),
                OpportunityProcess.text(execution, OpportunityProcess.REASON));
    }
}
