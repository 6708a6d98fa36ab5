package esop.provisioning;

import esop.workflow.Delegate;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** How many of the two sides are ready, and which one is not. */
@Delegate
class CompareSidesDelegate implements JavaDelegate {

    private static final Set<String> READY = Set.of("done", "manual");

    @Override
    public void execute(DelegateExecution execution) {
        var network = READY.contains(String.valueOf(execution.getVariable("networkOutcome")));
        var partner = READY.contains(String.valueOf(execution.getVariable("partnerOutcome")));
        execution.setVariable("failedSide", network ? "partner" : "network");
        if (network && partner) {
            execution.setVariable("outcome", "done");
        } else {
            execution.setVariable("outcome", network || partner ? "one" : "failed");
        }
    }
}
