package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class AskForProofDelegate implements JavaDelegate {

    private final AnswerWait wait;

    AskForProofDelegate(AnswerWait wait) {
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var proofBy = wait.askForProof(Step.parse((String) execution.getVariable("stepKey")));
        execution.setVariable("waitUntil", proofBy);
        execution.setVariable("proofAsked", true);
        execution.setVariable("proofsLeft", (Integer) execution.getVariable("proofsLeft") - 1);
    }
}
