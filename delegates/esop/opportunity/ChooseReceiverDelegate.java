package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ChooseReceiverDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    ChooseReceiverDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = OpportunityProcess.opportunityId(execution);
        var how = dispatching.choose(id);
        execution.setVariable("dispatch", how);
        execution.setVariable("accepted", null);
        execution.setVariable("reply", null);
        if (how.equals(Dispatching.BY_HAND)) {
            execution.setVariable(OpportunityProcess.RECEIVERS, OpportunityProcess.options(dispatching.offered(id)));
            execution.setVariable(OpportunityProcess.RECEIVER, null);
        }
    }
}
