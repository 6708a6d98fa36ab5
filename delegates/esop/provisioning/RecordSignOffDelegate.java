package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordSignOffDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    RecordSignOffDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var note = (String) execution.getVariable("note");
        var outcome = workOrders.signOff(
                (String) execution.getVariable("workOrderId"), (String) execution.getVariable("signOff"), note);
        execution.setVariable("outcome", outcome);
        if (outcome.equals("exhausted")) {
            execution.setVariable("errorClass", "rework-limit");
            execution.setVariable("errorMessage", note);
        }
        execution.removeVariable("signOff");
        execution.removeVariable("note");
    }
}
