package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class GoOnFromStepDelegate implements JavaDelegate {

    private final StepReturns returns;

    GoOnFromStepDelegate(StepReturns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("goesOn", returns.goOn((String) execution.getVariable("serviceOrderId")));
    }
}
