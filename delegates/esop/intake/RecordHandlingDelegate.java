package esop.intake;

import esop.intake.Handling.Filled;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordHandlingDelegate implements JavaDelegate {

    private final Handling handling;

    RecordHandlingDelegate(Handling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var action = String.valueOf(execution.getVariable(IntakeProcess.ACTION));
        var filled = new Filled(
                action,
                IntakeProcess.text(execution, IntakeProcess.OUTCOME),
                IntakeProcess.text(execution, IntakeProcess.RESULT),
                IntakeProcess.text(execution, IntakeProcess.ORDER_ID),
                IntakeProcess.text(execution, IntakeProcess.REASON),
                IntakeProcess.text(execution, IntakeProcess.CHANNEL),
                IntakeProcess.text(execution, IntakeProcess.ASK));
        execution.setVariables(handling.record(IntakeProcess.intakeId(execution), filled));
        execution.setVariable("way", action);
        execution.setVariable("tell", true);
        IntakeProcess.FORM.forEach(field -> execution.setVariable(field, null));
    }
}
