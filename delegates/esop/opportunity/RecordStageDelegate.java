package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordStageDelegate implements JavaDelegate {

    private final StageWork stageWork;

    RecordStageDelegate(StageWork stageWork) {
        this.stageWork = stageWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stage = (String) execution.getVariable(OpportunityProcess.STAGE);
        var action = (String) execution.getVariable(OpportunityProcess.ACTION);
        stageWork.record(
                OpportunityProcess.opportunityId(execution),
                stage,
                action,
                OpportunityProcess.text(execution, OpportunityProcess.REASON),
                StageRule.facts(stage, execution.getVariables()));
        execution.setVariable("outcome", action);
        execution.setVariable(OpportunityProcess.ACTION, null);
    }
}
