package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.ordering.OrderEvent;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an order becomes TMF622's events for the client that placed it. */
@Component("northOrderNews")
@Transactional
class OrderNews {

    private static final Set<String> STATES = Set.of(
            "order.decomposed",
            "order.held",
            "order.resumed",
            "order.rejected",
            "order.completed",
            "order.partial",
            "order.failed",
            "order.withdrawal-granted",
            "order.cancelled");

    private final Ordering ordering;
    private final ReceivedOrderRepository received;
    private final Hub hub;
    private final OrderWords words;
    private final ObjectMapper json;

    OrderNews(Ordering ordering, ReceivedOrderRepository received, Hub hub, OrderWords words, ObjectMapper json) {
        this.ordering = ordering;
        this.received = received;
        this.hub = hub;
        this.words = words;
        this.json = json;
    }

    /** The first event about it; before, its number was not known here. */
    void taken(ProductOrder order, ReceivedOrder known) {
        tell("ProductOrderCreateEvent", order, known, null);
    }

    @EventListener
    void on(OrderEvent event) {
        if (STATES.contains(event.kind())) {
            about(event).ifPresent(order -> changed(event, order, known(event)));
        } else if (event.kind().equals("order.amended")) {
            about(event).ifPresent(order -> tell("ProductOrderAttributeValueChangeEvent", order, known(event), null));
        }
    }

    private void changed(OrderEvent event, ProductOrder order, ReceivedOrder known) {
        tell("ProductOrderStateChangeEvent", order, known, event.params().get("message"));
        if (event.kind().equals("order.held") && "refused".equals(event.params().get("errorClass"))) {
            tell(
                    "ProductOrderInformationRequiredEvent",
                    order,
                    known,
                    event.params().get("message"));
        }
    }

    private Optional<ProductOrder> about(OrderEvent event) {
        return received.of(List.of(event.orderId())).values().stream()
                .filter(known -> known.api() == Api.TMF622)
                .findFirst()
                .flatMap(known -> ordering.find(known.orderId()));
    }

    private ReceivedOrder known(OrderEvent event) {
        return received.of(List.of(event.orderId())).get(event.orderId());
    }

    private void tell(String type, ProductOrder order, ReceivedOrder known, @Nullable String why) {
        var about =
                new HashMap<>(Map.of("eventType", type, "state", order.state().word()));
        if (known.externalId() != null) {
            about.put("externalId", known.externalId());
        }
        hub.tell(known, about, event(type, order, known, why));
    }

    private ObjectNode event(String type, ProductOrder order, ReceivedOrder known, @Nullable String why) {
        var event = json.createObjectNode()
                .put("eventType", type)
                .put("domain", "productOrdering")
                .put("correlationId", order.id());
        if (why != null) {
            event.put("description", why);
        }
        if (type.equals("ProductOrderInformationRequiredEvent")) {
            event.put("fieldPath", "productOrderItem.product.productCharacteristic");
        }
        event.putObject("event").set("productOrder", words.body(order, known));
        return event;
    }
}
