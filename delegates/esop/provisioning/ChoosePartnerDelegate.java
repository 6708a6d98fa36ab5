package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ChoosePartnerDelegate implements JavaDelegate {

    private static final String NOBODY = "本地市没有集成商可派：没有登记、已经停用、都已拒单，或派单规则没有列出";

    private final Partners partners;

    ChoosePartnerDelegate(Partners partners) {
        this.partners = partners;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var chosen = partners.choose((String) execution.getVariable("serviceOrderId"));
        execution.setVariable("partnerFound", chosen.isPresent());
        if (chosen.isEmpty()) {
            execution.setVariable("errorMessage", NOBODY);
        }
        chosen.ifPresent(assignment -> {
            var partner = assignment.partner();
            execution.setVariable("workOrderId", assignment.workOrderId());
            execution.setVariable("partnerName", partner.name());
            execution.setVariable("partnerOrganization", partner.organization());
            execution.setVariable("partnerHasSystem", partner.system() != null);
            execution.setVariable("executedBy", partner.system() == null ? "partner-work" : "await-answer");
        });
    }
}
