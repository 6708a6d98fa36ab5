package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class ConvertOpportunityDelegate implements JavaDelegate {

    private final Conversion conversion;

    ConvertOpportunityDelegate(Conversion conversion) {
        this.conversion = conversion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        conversion.convert(OpportunityProcess.opportunityId(execution));
    }
}
