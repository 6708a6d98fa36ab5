package esop.provisioning;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What the application tells {@code work-order-withdrawal.bpmn}; its business key is the work order's id. */
@Component
class WorkOrderWithdrawalProcess {

    static final String KEY = "work-order-withdrawal";
    static final String DISPATCH_ANSWERED = "DispatchAnswered";

    private final RuntimeService engine;

    WorkOrderWithdrawalProcess(RuntimeService engine) {
        this.engine = engine;
    }

    /** In the caller's transaction, up to the wait for the unit's answer. */
    void start(String workOrderId, NewServiceOrder order) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("workOrderId", workOrderId);
        variables.put("orderId", order.productOrderId());
        variables.put("city", order.city());
        variables.put("customerId", order.customerId());
        variables.put("customerName", order.customerName());
        variables.put("customerLevel", order.customerLevel());
        variables.put("product", order.product());
        variables.put("priority", order.priority());
        engine.startProcessInstanceByKey(KEY, workOrderId, variables);
    }

    /** Breaks off the wait for the unit's answer to a withdrawal, where there is one. */
    void dispatchAnswered(String workOrderId) {
        var waiting = engine.createExecutionQuery()
                .processInstanceBusinessKey(workOrderId)
                .messageEventSubscriptionName(DISPATCH_ANSWERED)
                .count();
        if (waiting > 0) {
            engine.createMessageCorrelation(DISPATCH_ANSWERED)
                    .processInstanceBusinessKey(workOrderId)
                    .correlateExclusively();
        }
    }
}
