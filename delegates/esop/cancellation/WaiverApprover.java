package esop.cancellation;

import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whose turn it is to agree to what is waived. */
@Delegate
class WaiverApprover {

    public List<String> groups(DelegateExecution execution) {
        return List.of(execution.getVariable(CancellationProcess.WAIVER_ROLE) + "@" + execution.getVariable("city"));
    }
}
