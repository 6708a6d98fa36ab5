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
        var obstacle = fulfilment.obstacle(OrderProcess.orderId(execution));
        execution.setVariable(OrderProcess.ORDER_POSSIBLE, obstacle.isEmpty());
        execution.setVariable(OrderProcess.ORDER_OBSTACLE, obstacle.orElse(null));
    }
}
