package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordAgreementReviewDelegate implements JavaDelegate {

    private final AgreementExpiry expiry;

    RecordAgreementReviewDelegate(AgreementExpiry expiry) {
        this.expiry = expiry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        expiry.reviewed(
                OpportunityProcess.opportunityId(execution),
                AgreementExpiryProcess.RENEW.equals(execution.getVariable(AgreementExpiryProcess.REVIEW)),
                OpportunityProcess.text(execution, AgreementExpiryProcess.NOTE));
    }
}
