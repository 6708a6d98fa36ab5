package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RejectOrderDelegate implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    RejectOrderDelegate(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = (String) execution.getVariable(OrderProcess.ORDER_OBSTACLE);
        fulfilment.reject(OrderProcess.orderId(execution), reason);
    }
}
