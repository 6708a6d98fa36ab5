package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Until a person has said something, the partner is silent: that is what the work order goes on with after its time. What they have
 * agreed to stop while their silence was a fallout, they are not asked for again.
 */
@Delegate
class BeginPartnerWorkDelegate implements JavaDelegate {

    private final PartnerWork work;
    private final PartnerStops stops;
    private final Instructions instructions;

    BeginPartnerWorkDelegate(PartnerWork work, PartnerStops stops, Instructions instructions) {
        this.work = work;
        this.stops = stops;
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var workOrderId = (String) execution.getVariable("workOrderId");
        instructions.of(workOrderId).forEach(execution::setVariable);
        execution.setVariable("workingUnit", work.partner(workOrderId));
        var known = stops.known(Step.parse((String) execution.getVariable("stepKey")));
        execution.setVariable("outcome", known.isStopped() ? known.outcome() : "silent");
        execution.setVariable("errorClass", known.isStopped() ? known.trouble() : "overdue");
        execution.setVariable("errorMessage", known.isStopped() ? known.message() : null);
    }
}
