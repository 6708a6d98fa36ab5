package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The service order says so when its path has ended; until then the path knows. */
@Delegate
class RecordPartialDeliveryDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("outcome", "partial");
        execution.setVariable("errorMessage", execution.getVariable("note"));
    }
}
