package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Until a person has said something, the partner is silent: that is what the work order goes on with after its time. */
@Delegate
class BeginPartnerWorkDelegate implements JavaDelegate {

    private final PartnerWork work;

    BeginPartnerWorkDelegate(PartnerWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var workOrderId = (String) execution.getVariable("workOrderId");
        execution.setVariable("place", work.place(workOrderId));
        execution.setVariable("workingUnit", work.partner(workOrderId));
        execution.setVariable("outcome", "silent");
        execution.setVariable("errorClass", "overdue");
        execution.setVariable("errorMessage", null);
    }
}
