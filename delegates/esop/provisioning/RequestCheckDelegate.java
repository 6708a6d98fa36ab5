package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestCheckDelegate implements JavaDelegate {

    private final SignOffChecks checks;

    RequestCheckDelegate(SignOffChecks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AwaitAnswerProcess.await(execution, checks.request((String) execution.getVariable("workOrderId")));
    }
}
