package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class NotifyCustomerDelegate implements JavaDelegate {

    private final OrderNews news;

    NotifyCustomerDelegate(OrderNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.tellCustomer(OrderProcess.orderId(execution));
    }
}
