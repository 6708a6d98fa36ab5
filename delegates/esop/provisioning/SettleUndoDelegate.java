package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class SettleUndoDelegate implements JavaDelegate {

    private final RollbackWork work;

    SettleUndoDelegate(RollbackWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.settle((String) execution.getVariable("rollbackId"), "manual".equals(execution.getVariable("outcome")));
    }
}
