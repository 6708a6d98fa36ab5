package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordAgreementLapseDelegate implements JavaDelegate {

    private final AgreementExpiry expiry;

    RecordAgreementLapseDelegate(AgreementExpiry expiry) {
        this.expiry = expiry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        expiry.lapsed(OpportunityProcess.opportunityId(execution));
    }
}
