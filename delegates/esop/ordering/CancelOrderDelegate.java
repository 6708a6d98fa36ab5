package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class CancelOrderDelegate implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    CancelOrderDelegate(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var orderId = OrderProcess.orderId(execution);
        if (OrderProcess.STOPPED.equals(execution.getVariable(OrderProcess.STOP))) {
            fulfilment.rolledBack(orderId);
        } else {
            fulfilment.cancel(orderId);
        }
    }
}
