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
        execution.setVariable("outcome", outcome(execution, network, partner));
    }

    /** Where one side is to be rolled back, the whole service order is. */
    private static String outcome(DelegateExecution execution, boolean network, boolean partner) {
        if (network && partner) {
            return "done";
        }
        if ("rolled-back".equals(execution.getVariable("networkOutcome"))
                || "rolled-back".equals(execution.getVariable("partnerOutcome"))) {
            return "rolled-back";
        }
        return network || partner ? "one" : "failed";
    }
}
