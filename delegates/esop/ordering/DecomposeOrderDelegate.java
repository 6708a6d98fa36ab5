package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class DecomposeOrderDelegate implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    DecomposeOrderDelegate(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        fulfilment.decompose(OrderProcess.orderId(execution));
    }
}
