package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RenewAgreementDelegate implements JavaDelegate {

    private final AgreementExpiry expiry;

    RenewAgreementDelegate(AgreementExpiry expiry) {
        this.expiry = expiry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        expiry.renew(OpportunityProcess.opportunityId(execution));
    }
}
