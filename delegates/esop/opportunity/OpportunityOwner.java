package esop.opportunity;

import esop.workflow.CaseDecisions;
import esop.workflow.Delegate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Whose work an opportunity is: a person it was given to, or a whole group. */
@Delegate
class OpportunityOwner {

    private final OpportunityRepository opportunities;
    private final CaseDecisions decisions;

    OpportunityOwner(OpportunityRepository opportunities, CaseDecisions decisions) {
        this.opportunities = opportunities;
        this.decisions = decisions;
    }

    public List<String> groups(DelegateExecution execution) {
        var owner = owner(execution);
        if (owner.rule() != null) {
            decisions.show(execution, OpportunityProcess.opportunityId(execution), Dispatching.TABLE);
        }
        return List.of(String.valueOf(owner.group()));
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
