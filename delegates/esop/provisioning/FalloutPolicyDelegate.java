package esop.provisioning;

import esop.workflow.Delegate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class FalloutPolicyDelegate implements JavaDelegate {

    private final Fallouts fallouts;
    private final FalloutPages pages;

    FalloutPolicyDelegate(Fallouts fallouts, FalloutPages pages) {
        this.fallouts = fallouts;
        this.pages = pages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = (String) execution.getVariable("falloutId");
        var plan = fallouts.plan(id);
        execution.setVariable("plan", plan.plan());
        execution.setVariable("retryAt", Date.from(plan.retryAt()));
        execution.setVariable("ownerRole", plan.ownerRole());
        execution.setVariable("superior", plan.superior());
        execution.setVariable("falloutDue", Date.from(plan.due()));
        execution.setVariable("action", plan.plan());
        execution.setVariable("note", null);
        execution.setVariable("backTo", null);
        execution.setVariable("backToName", null);
        execution.setVariable("backToNameEn", null);
        execution.setVariable("approvalNeeded", plan.plan().equals("skip"));
        execution.setVariable("wholeOrder", plan.plan().equals("roll-back-order"));
        if (plan.hasPage()) {
            pages.of(id).forEach(execution::setVariable);
        }
    }
}
