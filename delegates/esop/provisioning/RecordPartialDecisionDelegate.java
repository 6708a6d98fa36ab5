package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordPartialDecisionDelegate implements JavaDelegate {

    private final PartialFailures failures;

    RecordPartialDecisionDelegate(PartialFailures failures) {
        this.failures = failures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = failures.decide(
                (String) execution.getVariable("serviceOrderId"),
                (String) execution.getVariable("partialAction"),
                (String) execution.getVariable("note"));
        execution.setVariable("outcome", outcome);
    }
}
