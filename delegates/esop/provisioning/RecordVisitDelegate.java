package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordVisitDelegate implements JavaDelegate {

    private final PartnerWork work;

    RecordVisitDelegate(PartnerWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = (String) execution.getVariable("reason");
        var said = work.agree(
                Step.parse((String) execution.getVariable("stepKey")),
                (String) execution.getVariable("decision"),
                (String) execution.getVariable("visitDate"),
                (String) execution.getVariable("visitHours"),
                reason);
        execution.setVariable("visitConfirmed", said.equals("confirmed"));
        if (said.equals("refused")) {
            execution.setVariable("outcome", said);
            execution.setVariable("errorClass", said);
            execution.setVariable("errorMessage", reason);
        }
    }
}
