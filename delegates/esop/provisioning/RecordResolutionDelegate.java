package esop.provisioning;

import esop.web.Texts;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordResolutionDelegate implements JavaDelegate {

    private final Fallouts fallouts;
    private final StepsBack stepsBack;

    RecordResolutionDelegate(Fallouts fallouts, StepsBack stepsBack) {
        this.fallouts = fallouts;
        this.stepsBack = stepsBack;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = (String) execution.getVariable("falloutId");
        var action = (String) execution.getVariable("action");
        fallouts.resolve(
                id,
                action,
                (String) execution.getVariable("note"),
                (String) execution.getVariable("characteristics"),
                (String) execution.getVariable("backTo"));
        execution.setVariable("approvalNeeded", FalloutAnswers.needsApproval(action));
        execution.setVariable("wholeOrder", action.equals("roll-back-order"));
        execution.setVariable("backToName", stepsBack.chosen(id, Texts.CHINESE).orElse(null));
        execution.setVariable(
                "backToNameEn", stepsBack.chosen(id, Texts.ENGLISH).orElse(null));
    }
}
