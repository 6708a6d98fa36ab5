package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class CompleteRollbackDelegate implements JavaDelegate {

    private final RollbackWork work;

    CompleteRollbackDelegate(RollbackWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.complete((String) execution.getVariable("rollbackId"));
    }
}
