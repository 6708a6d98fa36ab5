package esop.provisioning;

import esop.provisioning.Rollbacks.Preview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Asks the approvers of each city of a batch whether its orders are taken back: what the application tells {@code resolution-approval.bpmn}. */
@Component
class RollbackApprovalProcess {

    /** Tells a batch from a fallout, which the same model asks about. */
    static final String BATCH = "rollbackBatchId";

    private static final String KEY = "resolution-approval";

    private final RuntimeService engine;
    private final ServiceOrders serviceOrders;

    RollbackApprovalProcess(RuntimeService engine, ServiceOrders serviceOrders) {
        this.engine = engine;
        this.serviceOrders = serviceOrders;
    }

    /** @param newestFirst all with steps to take back */
    void start(String batch, List<Preview> newestFirst, String reason) {
        newestFirst.stream()
                .collect(Collectors.groupingBy(preview -> first(preview).city()))
                .values()
                .forEach(orders -> ask(batch, orders, reason));
    }

    private void ask(String batch, List<Preview> newestFirst, String reason) {
        var order = first(newestFirst.get(0));
        Map<String, Object> variables = new HashMap<>();
        variables.put(BATCH, batch);
        variables.put("orderId", order.productOrderId());
        variables.put("city", order.city());
        variables.put("customerId", order.customerId());
        variables.put("customerName", order.customerName());
        variables.put("product", order.product());
        variables.put("productName", serviceOrders.productName(order));
        variables.put("productNameEn", serviceOrders.productNameEn(order));
        variables.put("priority", order.priority());
        variables.put("action", "roll-back-order");
        variables.put("note", reason);
        variables.put(
                "rollbackOrders",
                newestFirst.stream()
                        .map(preview ->
                                preview.orderId() + "（" + preview.steps().size() + "）")
                        .collect(Collectors.joining("\n")));
        engine.startProcessInstanceByKey(KEY, batch, variables);
    }

    private NewServiceOrder first(Preview preview) {
        return serviceOrders.facts(preview.steps().get(0).serviceOrderId());
    }
}
