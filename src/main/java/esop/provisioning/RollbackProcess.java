package esop.provisioning;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What the application tells {@code rollback.bpmn}; its business key is the rollback's id. */
@Component
class RollbackProcess {

    static final String KEY = "rollback";

    private final RuntimeService engine;

    RollbackProcess(RuntimeService engine) {
        this.engine = engine;
    }

    /** In the caller's transaction; its first step runs after the commit. */
    void start(String id, NewServiceOrder order) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("rollbackId", id);
        variables.put("orderId", order.productOrderId());
        variables.put("city", order.city());
        variables.put("customerId", order.customerId());
        variables.put("customerName", order.customerName());
        variables.put("customerLevel", order.customerLevel());
        variables.put("priority", order.priority());
        engine.startProcessInstanceByKey(KEY, id, variables);
    }
}
