package esop.workflow.index;

import esop.workflow.Family;
import esop.workflow.live.Broadcast;
import java.util.HashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes {@code workflow.instance}: which city an instance belongs to, and which business object its family is about. */
@Component
class InstanceIndex {

    private final Broadcast updates;

    InstanceIndex(Broadcast updates) {
        this.updates = updates;
    }

    void started(DelegateExecution execution, String nameEn) {
        var instance = (ExecutionEntity) execution;
        var caller = instance.getSuperExecution();
        var document = new HashMap<String, @Nullable Object>();
        document.put("id", instance.getId());
        document.put("process", instance.getProcessDefinition().getKey());
        document.put("process_name", instance.getProcessDefinition().getName());
        document.put("process_name_en", nameEn);
        document.put("definition_id", instance.getProcessDefinitionId());
        document.put("business_key", instance.getBusinessKey());
        document.put("parent_id", caller == null ? null : caller.getProcessInstanceId());
        document.put("root_id", instance.getRootProcessInstanceId());
        document.put("root_business_key", Family.rootBusinessKey(instance));
        document.put("city", Family.city(instance));
        document.put("customer_id", Family.inherited(instance, "customerId"));
        document.put("customer_name", Family.inherited(instance, "customerName"));
        document.put("started_by", EngineActor.current());
        InstanceMoves.current().started(document);
        announceOrder(instance, updates);
    }

    void ended(DelegateExecution execution) {
        InstanceMoves.current()
                .ended(execution.getProcessInstanceId(), execution.isCanceled() ? "cancelled" : "completed");
        announceOrder((ExecutionEntity) execution, updates);
    }

    /** Whatever moves within an order's family changes what the order's page shows. */
    static void announceOrder(ExecutionEntity execution, Broadcast updates) {
        if (Family.inherited(execution, "orderId") instanceof String order) {
            updates.orderChanged(order, Family.city(execution));
        }
    }
}
