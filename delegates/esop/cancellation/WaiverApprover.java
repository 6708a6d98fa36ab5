package esop.cancellation;

import esop.workflow.CaseDecisions;
import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whose turn it is to agree to what is waived. */
@Delegate
class WaiverApprover {

    private final CaseDecisions decisions;

    WaiverApprover(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    public List<String> groups(DelegateExecution execution) {
        decisions.show(execution, CancellationProcess.cancellationId(execution), WaiverApprovals.TABLE);
        return List.of(execution.getVariable(CancellationProcess.WAIVER_ROLE) + "@" + execution.getVariable("city"));
    }
}
