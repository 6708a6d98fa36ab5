package esop.intake;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class WithdrawIntakeDelegate implements JavaDelegate {

    private final Handling handling;

    WithdrawIntakeDelegate(Handling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.withdraw(
                IntakeProcess.intakeId(execution), String.valueOf(IntakeProcess.text(execution, IntakeProcess.REASON)));
    }
}
