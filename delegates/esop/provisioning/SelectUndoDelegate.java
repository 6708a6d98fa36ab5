package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class SelectUndoDelegate implements JavaDelegate {

    private final RollbackWork work;
    private final ServiceOrders serviceOrders;

    SelectUndoDelegate(RollbackWork work, ServiceOrders serviceOrders) {
        this.work = work;
        this.serviceOrders = serviceOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = work.next((String) execution.getVariable("rollbackId"));
        execution.setVariable("stepsLeft", next.isPresent());
        next.ifPresent(step -> {
            var order = serviceOrders.facts(step.serviceOrderId());
            execution.setVariable("serviceOrderId", order.id());
            execution.setVariable("product", order.product());
            execution.setVariable("productName", serviceOrders.productName(order));
            execution.setVariable("productNameEn", serviceOrders.productNameEn(order));
            execution.setVariable("undoable", step.obstacle() == null);
            execution.setVariable("system", step.system());
            execution.setVariable("step", step.step().name());
            execution.setVariable("stepKey", null);
            execution.setVariable("errorClass", step.obstacle());
            execution.setVariable("errorMessage", null);
        });
    }
}
