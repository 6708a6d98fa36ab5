package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ChooseOpportunityPathDelegate implements JavaDelegate {

    private final StageWork stageWork;

    ChooseOpportunityPathDelegate(StageWork stageWork) {
        this.stageWork = stageWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("path", stageWork.path(OpportunityProcess.opportunityId(execution)));
    }
}
