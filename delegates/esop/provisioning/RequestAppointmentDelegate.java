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
        AwaitAnswerProcess.await(execution, visits.request((String) execution.getVariable("workOrderId")));
    }
}
