package esop.opportunity;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordOpportunityCustomerDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    RecordOpportunityCustomerDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var customer = "prospect".equals(execution.getVariable("match"))
                ? null
                : OpportunityProcess.text(execution, "matchedCustomer");
        dispatching.match(OpportunityProcess.opportunityId(execution), customer);
        execution.setVariable(OpportunityProcess.CUSTOMER_ID, customer);
    }
}
