package esop.intake;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class PreAcceptIntakeDelegate implements JavaDelegate {

    private final HandOvers handOvers;

    PreAcceptIntakeDelegate(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handOvers.preAccept(IntakeProcess.intakeId(execution), Boolean.TRUE.equals(execution.getVariable("tell")));
    }
}
