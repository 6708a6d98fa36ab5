package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.ProductOrderState;
import esop.provisioning.Outlook;
import esop.provisioning.Provisioning;
import esop.provisioning.Risks;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.ServiceOrderView.WorkOrderView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An order in TMF641's words: how far it is, what endangers it and what has gone wrong. */
@Component
class ServiceOrderWords {

    static final String API = "/tmf-api/serviceOrdering/v4";

    private final Ordering ordering;
    private final Provisioning provisioning;
    private final Risks risks;
    private final ObjectMapper json;
    private final Clock clock;

    ServiceOrderWords(Ordering ordering, Provisioning provisioning, Risks risks, ObjectMapper json, Clock clock) {
        this.ordering = ordering;
        this.provisioning = provisioning;
        this.risks = risks;
        this.json = json;
        this.clock = clock;
    }

    static String address(String orderId) {
        return API + "/serviceOrder/" + orderId;
    }

    ObjectNode body(ProductOrder order, ReceivedOrder received) {
        var entry = order.entry();
        var serviceOrders = provisioning.ofProductOrders(List.of(order.id()));
        var body = json.createObjectNode()
                .put("id", order.id())
                .put("href", address(order.id()))
                .put("@type", "ServiceOrder")
                .put("state", order.state().word())
                .put("category", entry.category())
                .put("priority", Integer.toString(entry.priority()))
                .put("orderDate", entry.created().toString())
                .put("expectedCompletionDate", expected(order, serviceOrders).toString());
        text(body, "externalId", received.externalId());
        if (entry.requestedDate() != null) {
            body.put("requestedCompletionDate", entry.due().toString());
        }
        ended(body, order);
        if (entry.note() != null) {
            body.putArray("note")
                    .addObject()
                    .put("author", entry.receiver())
                    .put("date", entry.created().toString())
                    .put("text", entry.note());
        }
        body.putArray("relatedParty")
                .addObject()
                .put("id", entry.customerId())
                .put("name", entry.customerName())
                .put("role", "customer")
                .put("@type", "RelatedParty")
                .put("@referredType", "Customer");
        items(body.putArray("serviceOrderItem"), order, received);
        milestones(body.putArray("milestone"), order);
        alerts(
                body.putArray("jeopardyAlert"),
                Jeopardy.of(order, serviceOrders, risks.ofOrders(List.of(order.id())), clock.instant()));
        error(body, serviceOrders);
        return body;
    }

    /** What we promise, unless a unit at work expects to be later. */
    private static Instant expected(ProductOrder order, List<ServiceOrderView> serviceOrders) {
        return serviceOrders.stream()
                .filter(serviceOrder -> serviceOrder.completed() == null)
                .flatMap(serviceOrder -> Stream.concat(
                        Stream.of(serviceOrder.outlook()),
                        serviceOrder.workOrders().stream()
                                .filter(work -> work.completed() == null)
                                .map(WorkOrderView::outlook)))
                .map(Outlook::expected)
                .filter(Objects::nonNull)
                .filter(order.entry().due()::isBefore)
                .max(Instant::compareTo)
                .orElse(order.entry().due());
    }

    private static void ended(ObjectNode body, ProductOrder order) {
        var completed = order.progress().completed();
        if (completed == null) {
            return;
        }
        if (order.state() == ProductOrderState.CANCELLED) {
            body.put("cancellationDate", completed.toString());
            text(body, "cancellationReason", order.progress().message());
        } else {
            body.put("completionDate", completed.toString());
        }
    }

    private static void items(ArrayNode items, ProductOrder order, ReceivedOrder received) {
        for (var i = 0; i < order.items().size(); i++) {
            var item = order.items().get(i);
            var body = items.addObject()
                    .put("@type", "ServiceOrderItem")
                    .put("id", received.itemId(i, item))
                    .put("action", item.action())
                    .put("quantity", item.quantity())
                    .put("state", item.state().word());
            var service = body.putObject("service").put("@type", "Service").put("name", item.offeringName());
            service.putObject("serviceSpecification")
                    .put("id", item.offeringId())
                    .put("name", item.offeringName());
            var characteristics = service.putArray("serviceCharacteristic");
            item.characteristics()
                    .forEach((name, value) ->
                            characteristics.addObject().put("name", name).putPOJO("value", value));
        }
    }

    private void milestones(ArrayNode milestones, ProductOrder order) {
        ordering.events(order.id()).stream()
                .flatMap(event -> Milestone.of(event).stream())
                .forEach(milestone -> milestones
                        .addObject()
                        .put("@type", "ServiceOrderMilestone")
                        .put("id", milestone.id())
                        .put("name", milestone.name())
                        .put("status", "achieved")
                        .put("milestoneDate", milestone.at().toString())
                        .put("message", milestone.words()));
    }

    private static void alerts(ArrayNode alerts, List<Jeopardy> dangers) {
        dangers.forEach(danger -> alerts.addObject()
                .put("@type", "ServiceOrderJeopardyAlert")
                .put("id", danger.id())
                .put("name", danger.subject())
                .put("jeopardyType", danger.type())
                .put("alertDate", danger.since().toString())
                .put("message", danger.words()));
    }

    /** Of the step that waits for somebody, or the one that was given up. */
    private static void error(ObjectNode body, List<ServiceOrderView> serviceOrders) {
        serviceOrders.stream()
                .filter(view -> view.message() != null)
                .findFirst()
                .ifPresent(view -> body.putObject("errorMessage")
                        .put("@type", "ServiceOrderErrorMessage")
                        .put("reason", view.state())
                        .put("message", view.message()));
    }

    private static void text(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
