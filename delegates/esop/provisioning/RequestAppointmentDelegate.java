package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestAppointmentDelegate implements JavaDelegate {

    private final PartnerVisits visits;

    RequestAppointmentDelegate(PartnerVisits visits) {
        this.visits = visits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = visits.request((String) execution.getVariable("workOrderId"));
        execution.setVariable("stepKey", asked.step().key());
        execution.setVariable("system", asked.system());
        execution.setVariable("step", asked.step().name());
        execution.setVariable("proofAsked", asked.proofAsked());
    }
}
