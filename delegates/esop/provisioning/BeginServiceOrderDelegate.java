package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class BeginServiceOrderDelegate implements JavaDelegate {

    private final ServiceOrders serviceOrders;

    BeginServiceOrderDelegate(ServiceOrders serviceOrders) {
        this.serviceOrders = serviceOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var order = serviceOrders.begin((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("orderId", order.productOrderId());
        execution.setVariable("city", order.city());
        execution.setVariable("customerId", order.customerId());
        execution.setVariable("customerName", order.customerName());
        execution.setVariable("customerLevel", order.customerLevel());
        execution.setVariable("product", order.product());
        execution.setVariable("productName", serviceOrders.productName(order));
        execution.setVariable("productNameEn", serviceOrders.productNameEn(order));
        execution.setVariable("action", order.action());
        execution.setVariable("priority", order.priority());
    }
}
