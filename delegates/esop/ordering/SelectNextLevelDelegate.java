package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;

/** The service orders whose turn it is, as a list that the multi-instance goes through; after the last of them, what the CRM is told. */
@Delegate
class SelectNextLevelDelegate implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    SelectNextLevelDelegate(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var alreadyWaiting = Boolean.TRUE.equals(execution.getVariable(OrderProcess.ORDER_WAITS));
        var next = fulfilment.next(OrderProcess.orderId(execution), alreadyWaiting);
        execution.setVariable(OrderProcess.ORDER_WAITS, next.waits());
        execution.setVariable(OrderProcess.SERVICE_ORDER_IDS, Spin.JSON(next.serviceOrders()));
        execution.setVariable(
                OrderProcess.SERVICE_ORDERS_LEFT, !next.serviceOrders().isEmpty());
        if (next.serviceOrders().isEmpty()) {
            execution.setVariable(
                    OrderProcess.SUBSCRIPTION_ORDER_ID, next.subscription().orElse(null));
        }
    }
}
