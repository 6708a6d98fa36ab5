package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

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
        execution.setVariable("outcome", known.outcome());
        execution.setVariable("errorClass", known.errorClass());
        execution.setVariable("errorMessage", known.message());
        execution.setVariable("waitUntil", known.waitUntil());
        execution.setVariable("proofAsked", known.proofAsked());
        if (!execution.hasVariable("proofsLeft")) {
            execution.setVariable("proofsLeft", wait.proofs());
        }
    }
}
