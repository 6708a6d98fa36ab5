package esop.intake;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordIntakeHelpDelegate implements JavaDelegate {

    private final Handling handling;

    RecordIntakeHelpDelegate(Handling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(handling.helped(
                IntakeProcess.intakeId(execution), IntakeProcess.text(execution, IntakeProcess.ANSWER)));
        execution.setVariable(IntakeProcess.ANSWER, null);
    }
}
