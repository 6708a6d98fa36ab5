package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class MirrorOrderDelegate implements JavaDelegate {

    private final OrderNews news;

    MirrorOrderDelegate(OrderNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.tellCrm(OrderProcess.orderId(execution));
    }
}
