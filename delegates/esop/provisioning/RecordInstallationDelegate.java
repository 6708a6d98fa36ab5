package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordInstallationDelegate implements JavaDelegate {

    private final PartnerWork work;

    RecordInstallationDelegate(PartnerWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var note = (String) execution.getVariable("note");
        var outcome = work.report(
                Step.parse((String) execution.getVariable("stepKey")),
                (String) execution.getVariable("result"),
                (String) execution.getVariable("signature"),
                note);
        execution.setVariable("outcome", outcome);
        execution.setVariable("errorClass", outcome.equals("done") ? null : outcome);
        execution.setVariable("errorMessage", outcome.equals("done") ? null : note);
    }
}
