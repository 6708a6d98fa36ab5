package esop.intake;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordIntakeSilenceDelegate implements JavaDelegate {

    private final HandOvers handOvers;

    RecordIntakeSilenceDelegate(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handOvers.letLie(IntakeProcess.intakeId(execution));
    }
}
