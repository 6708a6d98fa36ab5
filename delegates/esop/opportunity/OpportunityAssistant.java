package esop.opportunity;

import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The channel that was asked to help. */
@Delegate
class OpportunityAssistant {

    public List<String> groups(DelegateExecution execution) {
        return List.of(execution.getVariable(OpportunityProcess.ASSIST_GROUP) + "@" + execution.getVariable("city"));
    }
}
