package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Until a person has said something, the partner is silent: that is what the work order goes on with after its time. */
@Delegate
class BeginPartnerWorkDelegate implements JavaDelegate {

    private final PartnerWork work;
    private final Instructions instructions;

    BeginPartnerWorkDelegate(PartnerWork work, Instructions instructions) {
        this.work = work;
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var workOrderId = (String) execution.getVariable("workOrderId");
        instructions.of(workOrderId).forEach(execution::setVariable);
        execution.setVariable("workingUnit", work.partner(workOrderId));
        execution.setVariable("outcome", "silent");
        execution.setVariable("errorClass", "overdue");
        execution.setVariable("errorMessage", null);
    }
}
