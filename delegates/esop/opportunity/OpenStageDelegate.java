package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class OpenStageDelegate implements JavaDelegate {

    private final StageWork stageWork;
    private final Receivers receivers;

    OpenStageDelegate(StageWork stageWork, Receivers receivers) {
        this.stageWork = stageWork;
        this.receivers = receivers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var opportunity = stageWork.open(
                OpportunityProcess.opportunityId(execution), (String) execution.getVariable(OpportunityProcess.STAGE));
        OpportunityProcess.shown(opportunity).forEach(execution::setVariable);
        for (var fact : Fact.values()) {
            execution.setVariable(fact.key(), opportunity.facts().get(fact.key()));
        }
        execution.setVariable("assistGroups", OpportunityProcess.options(receivers.channels(opportunity.city())));
        for (var input : new String[] {
            OpportunityProcess.ACTION,
            OpportunityProcess.REASON,
            OpportunityProcess.ASSIST_GROUP,
            OpportunityProcess.ASSIST_ASK
        }) {
            execution.setVariable(input, null);
        }
    }
}
