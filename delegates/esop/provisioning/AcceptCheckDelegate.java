package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class AcceptCheckDelegate implements JavaDelegate {

    private final SignOffChecks checks;

    AcceptCheckDelegate(SignOffChecks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.accept((String) execution.getVariable("workOrderId"));
        execution.setVariable("outcome", "accepted");
    }
}
