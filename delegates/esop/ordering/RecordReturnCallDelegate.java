package esop.ordering;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordReturnCallDelegate implements JavaDelegate {

    private final ReturnCalls returnCalls;

    RecordReturnCallDelegate(ReturnCalls returnCalls) {
        this.returnCalls = returnCalls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returnCalls.record(
                OrderProcess.orderId(execution), (String) execution.getVariable(OrderProcess.SATISFACTION), (String)
                        execution.getVariable(OrderProcess.REMARKS));
    }
}
