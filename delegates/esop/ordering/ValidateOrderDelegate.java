package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ValidateOrderDelegate implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    ValidateOrderDelegate(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var orderId = OrderProcess.orderId(execution);
        var obstacle = fulfilment.obstacle(orderId);
        var alreadyWaiting = Boolean.TRUE.equals(execution.getVariable(OrderProcess.ORDER_WAITS));
        var waits = obstacle.isEmpty() && fulfilment.waits(orderId, alreadyWaiting);
        execution.setVariable(OrderProcess.ORDER_WAITS, waits);
        execution.setVariable(OrderProcess.ORDER_POSSIBLE, obstacle.isEmpty());
        execution.setVariable(OrderProcess.ORDER_OBSTACLE, obstacle.orElse(null));
    }
}
