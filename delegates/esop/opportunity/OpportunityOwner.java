package esop.opportunity;

import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Whose work an opportunity is: a person it was given to, or a whole group. */
@Delegate
class OpportunityOwner {

    private final OpportunityRepository opportunities;

    OpportunityOwner(OpportunityRepository opportunities) {
        this.opportunities = opportunities;
    }

    public List<String> groups(DelegateExecution execution) {
        return List.of(String.valueOf(owner(execution).group()));
    }

    public @Nullable String person(DelegateExecution execution) {
        return owner(execution).person();
    }

    private SalesOpportunity.Owner owner(DelegateExecution execution) {
        return opportunities
                .find(OpportunityProcess.opportunityId(execution))
                .orElseThrow()
                .owner();
    }
}
