package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestRegistrationDelegate implements JavaDelegate {

    private final Registrations registrations;

    RequestRegistrationDelegate(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var registration = registrations.request((String) execution.getVariable("orderId"));
        execution.setVariable("serviceOrderId", registration.order().id());
        execution.setVariable("product", registration.order().product());
        execution.setVariable("productName", registration.productName());
        execution.setVariable("productNameEn", registration.productNameEn());
        AwaitAnswerProcess.await(execution, registration.asked());
    }
}
