package esop.intake;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class TakeBackIntakeDelegate implements JavaDelegate {

    private final HandOvers handOvers;

    TakeBackIntakeDelegate(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handOvers.takeBack(IntakeProcess.intakeId(execution));
    }
}
