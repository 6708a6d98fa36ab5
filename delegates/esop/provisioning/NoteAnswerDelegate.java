package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

@Delegate
class NoteAnswerDelegate implements JavaDelegate {

    private final AnswerWait wait;

    NoteAnswerDelegate(AnswerWait wait) {
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var known = wait.look(
                Step.parse((String) execution.getVariable("stepKey")),
                (Date) execution.getVariable("waitUntil"),
                Boolean.TRUE.equals(execution.getVariable("proofAsked")),
                (String) execution.getVariable("expectedWait"));
        note(execution, "outcome", known.outcome());
        note(execution, "errorClass", known.errorClass());
        note(execution, "errorMessage", known.message());
        note(execution, "waitUntil", known.waitUntil());
        note(execution, "proofAsked", known.proofAsked());
        if (!execution.hasVariable("proofsLeft")) {
            execution.setVariable("proofsLeft", wait.proofs());
        }
    }

    /** A variable that stays as it is costs the engine's history as much as one that changes. */
    private static void note(DelegateExecution execution, String name, @Nullable Object value) {
        if (!Objects.equals(execution.getVariable(name), value)) {
            execution.setVariable(name, value);
        }
    }
}
