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
        fulfilment.cancel(OrderProcess.orderId(execution));
    }
}
