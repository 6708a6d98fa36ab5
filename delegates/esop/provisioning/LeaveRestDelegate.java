package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class LeaveRestDelegate implements JavaDelegate {

    private final RollbackWork work;

    LeaveRestDelegate(RollbackWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.leaveRest((String) execution.getVariable("rollbackId"));
    }
}
