package esop.cancellation;

import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Who looks after a cancellation: the customer's account manager, else those of the city. */
@Delegate
class CancellationOwner {

    private static final String MANAGERS = "account-manager@";

    private final CancellationRepository cancellations;

    CancellationOwner(CancellationRepository cancellations) {
        this.cancellations = cancellations;
    }

    public List<String> groups(DelegateExecution execution) {
        return List.of(MANAGERS + execution.getVariable("city"));
    }

    public @Nullable String person(DelegateExecution execution) {
        return cancellations
                .find(CancellationProcess.cancellationId(execution))
                .orElseThrow()
                .entry()
                .owner();
    }
}
