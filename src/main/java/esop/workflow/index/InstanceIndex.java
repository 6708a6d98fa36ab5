package esop.workflow.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.live.Broadcast;
import java.util.HashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code workflow.instance}: which city an instance belongs to, and which business object its family is about. */
@Component
class InstanceIndex {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Broadcast updates;

    InstanceIndex(JdbcClient jdbc, ObjectMapper json, Broadcast updates) {
        this.jdbc = jdbc;
        this.json = json;
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
        document.put("root_business_key", rootBusinessKey(instance));
        document.put("city", city(instance));
        document.put("customer_id", inherited(instance, "customerId"));
        document.put("customer_name", inherited(instance, "customerName"));
        jdbc.sql("SELECT workflow.instance_started(:document::jsonb)")
                .param("document", json.valueToTree(document).toString())
                .query((row, number) -> number)
                .list();
        announceOrder(instance, updates);
    }

    void ended(DelegateExecution execution) {
        jdbc.sql("SELECT workflow.instance_ended(:id, :outcome)")
                .param("id", execution.getProcessInstanceId())
                .param("outcome", execution.isCanceled() ? "cancelled" : "completed")
                .query((row, number) -> number)
                .list();
        announceOrder((ExecutionEntity) execution, updates);
    }

    /** Whatever moves within an order's family changes what the order's page shows. */
    static void announceOrder(ExecutionEntity execution, Broadcast updates) {
        if (inherited(execution, "orderId") instanceof String order) {
            updates.orderChanged(order, city(execution));
        }
    }

    /** Its own city or that of whoever called it; what has none is nobody's to see. */
    static String city(DelegateExecution execution) {
        return inherited((ExecutionEntity) execution, "city") instanceof String city ? city : "-";
    }

    /** A variable of this instance or, where it has none of this name, of the nearest one above it that has. */
    static @Nullable Object inherited(ExecutionEntity execution, String variable) {
        for (var scope = execution;
                scope != null;
                scope = scope.getProcessInstance().getSuperExecution()) {
            if (scope.hasVariable(variable)) {
                return scope.getVariable(variable);
            }
        }
        return null;
    }

    /** The order, where the process is about one; otherwise what the topmost instance is about. */
    static @Nullable String rootBusinessKey(ExecutionEntity execution) {
        if (inherited(execution, "orderId") instanceof String order) {
            return order;
        }
        var instance = execution.getProcessInstance();
        while (instance.getSuperExecution() != null) {
            instance = instance.getSuperExecution().getProcessInstance();
        }
        return instance.getBusinessKey();
    }
}
