package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class StopOrderDelegate implements JavaDelegate {

    private final Withdrawals withdrawals;

    StopOrderDelegate(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = (String) execution.getVariable(OrderProcess.WITHDRAWAL_REASON);
        execution.setVariable(OrderProcess.STOP, withdrawals.stop(OrderProcess.orderId(execution), reason));
    }
}
