package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class SettleRegistrationDelegate implements JavaDelegate {

    private final Registrations registrations;

    SettleRegistrationDelegate(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        registrations.settle(
                (String) execution.getVariable("serviceOrderId"), (String) execution.getVariable("outcome"));
    }
}
