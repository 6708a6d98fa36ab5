package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordReplyDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    RecordReplyDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var taken = "take".equals(execution.getVariable("reply"));
        execution.setVariable(
                "accepted",
                dispatching.reply(
                        OpportunityProcess.opportunityId(execution),
                        taken,
                        OpportunityProcess.text(execution, OpportunityProcess.REASON)));
    }
}
