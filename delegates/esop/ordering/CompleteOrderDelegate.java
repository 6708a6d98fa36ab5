package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class CompleteOrderDelegate implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    CompleteOrderDelegate(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var state = fulfilment.complete(OrderProcess.orderId(execution));
        execution.setVariable(OrderProcess.ORDER_STATE, state.word());
    }
}
