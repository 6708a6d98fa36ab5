package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RequestUndoDelegate implements JavaDelegate {

    private final RollbackWork work;

    RequestUndoDelegate(RollbackWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AwaitAnswerProcess.awaitStop(execution, work.ask((String) execution.getVariable("rollbackId")));
    }
}
