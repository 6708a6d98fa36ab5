package esop.ordering;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What the application tells the process {@code order}, and the names both use. */
@Component
class OrderProcess {

    static final String KEY = "order";
    static final String PRIORITY = "priority";
    static final String WITHDRAWAL = "withdrawal";
    static final String WITHDRAWAL_REASON = "withdrawalReason";
    static final String ORDER_ROLLBACK_DECIDED = "OrderRollbackDecided";
    static final String STOP = "stop";
    static final String STOPPED = "stopped";
    static final String ORDER_ID = "orderId";
    static final String ORDER_POSSIBLE = "orderPossible";
    static final String ORDER_OBSTACLE = "orderObstacle";
    static final String ORDER_WAITS = "orderWaits";
    static final String ORDER_STATE = "orderState";
    static final String SERVICE_ORDER_IDS = "serviceOrderIds";
    static final String SERVICE_ORDERS_LEFT = "serviceOrdersLeft";
    static final String SUBSCRIPTION_ORDER_ID = "subscriptionOrderId";
    static final String SATISFACTION = "satisfaction";
    static final String REMARKS = "remarks";

    private final RuntimeService runtime;

    OrderProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts an order's process in the caller's transaction; its first step runs after the commit. */
    String start(ProductOrder order) {
        var entry = order.entry();
        Map<String, Object> variables = new HashMap<>();
        variables.put(ORDER_ID, order.id());
        variables.put("city", entry.city());
        variables.put("customerId", entry.customerId());
        variables.put("customerName", entry.customerName());
        variables.put("customerLevel", entry.customerLevel());
        variables.put("product", order.items().get(0).offeringId());
        variables.put("productName", productNames(order));
        variables.put("action", order.items().get(0).action());
        variables.put(PRIORITY, entry.priority());
        return runtime.startProcessInstanceByKey(KEY, order.id(), variables).getId();
    }

    /** The service orders whose turn has come, the ended ones of that turn included. */
    Set<String> selected(ProductOrder order) {
        if (order.state().isFinal()) {
            return Set.of();
        }
        // Asked as a query: to read a variable by its execution loads that, and the engine may then want to write it.
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(order.instanceId())
                .variableName(SERVICE_ORDER_IDS)
                .list()
                .stream()
                // of an order that ends in this moment the list is gone already
                .flatMap(variable ->
                        variable.getValue() instanceof SpinJsonNode ids ? ids.elements().stream() : Stream.empty())
                .map(SpinJsonNode::stringValue)
                .collect(Collectors.toSet());
    }

    /** Whatever its process decides by is what the order now says. */
    void amended(ProductOrder order) {
        runtime.setVariable(order.instanceId(), PRIORITY, order.entry().priority());
    }

    /** Ends the order's process with all it has called, and begins its withdrawal, in the caller's transaction. */
    void withdraw(ProductOrder order, String reason) {
        stop(order);
        runtime.startProcessInstanceByKey(WITHDRAWAL, order.id(), withdrawal(order, reason));
    }

    /** Begins to stop an order that a fallout ends; its process runs on until then. */
    void rollBack(ProductOrder order, String reason) {
        runtime.startProcessInstanceByMessage(ORDER_ROLLBACK_DECIDED, order.id(), withdrawal(order, reason));
    }

    /** Ends the order's process with all it has called, in the caller's transaction. */
    void stop(ProductOrder order) {
        runtime.deleteProcessInstance(order.instanceId(), "withdrawn", true, true);
    }

    private static Map<String, Object> withdrawal(ProductOrder order, String reason) {
        var entry = order.entry();
        Map<String, Object> variables = new HashMap<>();
        variables.put(ORDER_ID, order.id());
        variables.put("city", entry.city());
        variables.put("customerId", entry.customerId());
        variables.put("customerName", entry.customerName());
        variables.put("customerLevel", entry.customerLevel());
        variables.put("priority", entry.priority());
        variables.put(WITHDRAWAL_REASON, reason);
        return variables;
    }

    static String orderId(VariableScope execution) {
        return (String) execution.getVariable(ORDER_ID);
    }

    private static String productNames(ProductOrder order) {
        return order.items().stream()
                .map(ProductOrder.Item::offeringName)
                .distinct()
                .limit(3)
                .collect(Collectors.joining("、"));
    }
}
