package esop.intake;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ChooseIntakeChannelDelegate implements JavaDelegate {

    private final HandOvers handOvers;

    ChooseIntakeChannelDelegate(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var chosen = handOvers.choose(IntakeProcess.intakeId(execution));
        execution.setVariable("here", chosen.here());
        execution.setVariable("tell", chosen.tell());
    }
}
