package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.ordering.OrderEvent;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an order becomes events for the client that placed it, in the words of the API it was placed by. */
@Component("northOrderNews")
@Transactional
class OrderNews {

    private static final String CREATED = "CreateEvent";
    private static final String ATTRIBUTES_CHANGED = "AttributeValueChangeEvent";
    private static final String STATE_CHANGED = "StateChangeEvent";
    private static final String INFORMATION_REQUIRED = "InformationRequiredEvent";
    private static final String MILESTONE = "MilestoneStateChangeEvent";
    private static final String JEOPARDY = "JeopardyAlertEvent";

    private static final String UNIT_WANTS = "unit.wants";

    /** Items were added, changed or dropped. */
    private static final String ITEM = "order.item.";

    private static final int MOST = 10_000;

    private static final Set<String> STATES = Set.of(
            "order.decomposed",
            "order.held",
            "order.resumed",
            "order.rejected",
            "order.completed",
            "order.partial",
            "order.failed",
            "order.withdrawal-granted",
            "order.cancelled",
            "order.rollback-decided",
            "order.rolled-back",
            "order.taken-back");

    private final Ordering ordering;
    private final ReceivedOrderRepository received;
    private final Hub hub;
    private final OrderWords productOrders;
    private final ServiceOrderWords serviceOrders;
    private final ObjectMapper json;
    /** Orders of our own people, lately heard of. */
    private final Set<String> ours = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    OrderNews(
            Ordering ordering,
            ReceivedOrderRepository received,
            Hub hub,
            OrderWords productOrders,
            ServiceOrderWords serviceOrders,
            ObjectMapper json) {
        this.ordering = ordering;
        this.received = received;
        this.hub = hub;
        this.productOrders = productOrders;
        this.serviceOrders = serviceOrders;
        this.json = json;
    }

    /** The first event about it; before, its number was not known here. */
    void taken(ProductOrder order, ReceivedOrder known) {
        tell(CREATED, order, known, null);
    }

    void inJeopardy(ProductOrder order, ReceivedOrder known, Jeopardy danger) {
        tell(JEOPARDY, order, known, danger.words());
    }

    @EventListener
    void on(OrderEvent event) {
        if (!isWorthTelling(event)) {
            return;
        }
        if (ours.contains(event.orderId())) {
            return;
        }
        var known = received.of(List.of(event.orderId())).get(event.orderId());
        if (known == null) {
            // Where it was received is written in the transaction that accepts it, after this first event.
            if (!event.kind().equals("order.accepted")) {
                ours.add(event.orderId());
            }
            return;
        }
        if (known.api() == Api.TMF641) {
            Milestone.of(event).ifPresent(milestone -> tell(MILESTONE, order(event), known, milestone.words()));
        }
        if (STATES.contains(event.kind())) {
            changed(event, order(event), known);
        } else if (event.kind().equals(UNIT_WANTS)) {
            tell(INFORMATION_REQUIRED, order(event), known, event.params().get("message"));
        } else if (isAmendment(event)) {
            tell(ATTRIBUTES_CHANGED, order(event), known, null);
        }
    }

    /** Most of what happens to an order is not; then it need not be looked for. */
    private static boolean isWorthTelling(OrderEvent event) {
        return Milestone.of(event).isPresent()
                || STATES.contains(event.kind())
                || event.kind().equals(UNIT_WANTS)
                || isAmendment(event);
    }

    private static boolean isAmendment(OrderEvent event) {
        return event.kind().equals("order.amended") || event.kind().startsWith(ITEM);
    }

    private void changed(OrderEvent event, ProductOrder order, ReceivedOrder known) {
        var why = event.params().get("message");
        tell(STATE_CHANGED, order, known, why);
        if (event.kind().equals("order.held") && "refused".equals(event.params().get("errorClass"))) {
            tell(INFORMATION_REQUIRED, order, known, why);
        }
        if (order.state().isFinal()) {
            received.ended(order.id());
        }
    }

    private ProductOrder order(OrderEvent event) {
        return ordering.find(event.orderId()).orElseThrow();
    }

    private void tell(String what, ProductOrder order, ReceivedOrder known, @Nullable String why) {
        var type = (known.api() == Api.TMF622 ? "ProductOrder" : "ServiceOrder") + what;
        var about =
                new HashMap<>(Map.of("eventType", type, "state", order.state().word()));
        if (known.externalId() != null) {
            about.put("externalId", known.externalId());
        }
        hub.tell(known, about, () -> event(type, what, order, known, why));
    }

    private ObjectNode event(String type, String what, ProductOrder order, ReceivedOrder known, @Nullable String why) {
        var products = known.api() == Api.TMF622;
        var event = json.createObjectNode()
                .put("eventType", type)
                .put("domain", known.api().word())
                .put("correlationId", order.id());
        if (why != null) {
            event.put("description", why);
        }
        if (what.equals(INFORMATION_REQUIRED)) {
            event.put(
                    "fieldPath",
                    products
                            ? "productOrderItem.product.productCharacteristic"
                            : "serviceOrderItem.service.serviceCharacteristic");
        }
        event.putObject("event")
                .set(
                        products ? "productOrder" : "serviceOrder",
                        products ? productOrders.body(order, known) : serviceOrders.body(order, known));
        return event;
    }
}
