package esop.provisioning;

import esop.workflow.Delegate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class EscalateFalloutDelegate implements JavaDelegate {

    private final Fallouts fallouts;

    EscalateFalloutDelegate(Fallouts fallouts) {
        this.fallouts = fallouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var superior = (String) execution.getVariable("superior");
        var due = fallouts.escalate((String) execution.getVariable("falloutId"), superior);
        execution.setVariable("ownerRole", superior);
        execution.setVariable("falloutDue", Date.from(due));
    }
}
