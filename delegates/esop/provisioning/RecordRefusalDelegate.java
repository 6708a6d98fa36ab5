package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordRefusalDelegate implements JavaDelegate {

    private final Partners partners;

    RecordRefusalDelegate(Partners partners) {
        this.partners = partners;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partners.refuse((String) execution.getVariable("workOrderId"), (String) execution.getVariable("errorMessage"));
    }
}
