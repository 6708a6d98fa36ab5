package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;

/** The service orders whose turn it is, as a list that the multi-instance goes through. */
@Delegate
class SelectNextLevelDelegate implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    SelectNextLevelDelegate(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = fulfilment.nextLevel(OrderProcess.orderId(execution));
        execution.setVariable(OrderProcess.SERVICE_ORDER_IDS, Spin.JSON(next));
        execution.setVariable(OrderProcess.SERVICE_ORDERS_LEFT, !next.isEmpty());
    }
}
