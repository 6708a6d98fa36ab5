package esop.intake;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordIntakeCustomerDelegate implements JavaDelegate {

    private final HandOvers handOvers;

    RecordIntakeCustomerDelegate(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var customer = "prospect".equals(execution.getVariable(IntakeProcess.MATCHED))
                ? null
                : IntakeProcess.text(execution, IntakeProcess.MATCHED_CUSTOMER);
        execution.setVariables(handOvers.match(IntakeProcess.intakeId(execution), customer));
    }
}
