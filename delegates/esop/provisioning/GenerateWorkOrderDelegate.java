package esop.provisioning;

import esop.workflow.Delegate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class GenerateWorkOrderDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    GenerateWorkOrderDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = execution.getProcessBusinessKey();
        var unit = Objects.requireNonNullElse((String) execution.getVariable("unit"), "eoms");
        workOrders.generate(id, (String) execution.getVariable("serviceOrderId"), unit);
        execution.setVariable("workOrderId", id);
        execution.setVariable("unit", unit);
        if (!execution.hasVariable("executedBy")) {
            execution.setVariable("executedBy", "await-answer");
        }
        if (!execution.hasVariable("signOffBy")) {
            execution.setVariable("signOffBy", "person");
        }
    }
}
