package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.ordering.ProductOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An order in TMF622's words, as its clients read it. */
@Component
class OrderWords {

    static final String API = "/tmf-api/productOrderingManagement/v4";

    private final ObjectMapper json;

    OrderWords(ObjectMapper json) {
        this.json = json;
    }

    static String address(ProductOrder order) {
        return API + "/productOrder/" + order.id();
    }

    ObjectNode body(ProductOrder order, @Nullable ReceivedOrder received) {
        var entry = order.entry();
        var body = json.createObjectNode()
                .put("id", order.id())
                .put("href", address(order))
                .put("@type", "ProductOrder")
                .put("state", order.state().word())
                .put("category", entry.category())
                .put("priority", Integer.toString(entry.priority()))
                .put("orderDate", entry.created().toString())
                .put("expectedCompletionDate", entry.due().toString());
        if (received != null && received.externalId() != null) {
            body.put("externalId", received.externalId());
        }
        if (entry.requestedDate() != null) {
            body.put("requestedCompletionDate", entry.due().toString());
        }
        ended(body, order.progress().completed());
        if (entry.note() != null) {
            body.putArray("note")
                    .addObject()
                    .put("author", entry.receiver())
                    .put("date", entry.created().toString())
                    .put("text", entry.note());
        }
        var parties = body.putArray("relatedParty");
        party(parties, entry.customerId(), entry.customerName(), "customer", "Customer");
        party(parties, entry.receiver(), entry.receiverName(), "receiver", "Individual");
        items(body.putArray("productOrderItem"), order, received);
        return body;
    }

    private static void ended(ObjectNode body, @Nullable Instant completed) {
        if (completed != null) {
            body.put("completionDate", completed.toString());
        }
    }

    private static void party(ArrayNode parties, String id, String name, String role, String type) {
        parties.addObject().put("id", id).put("name", name).put("role", role).put("@referredType", type);
    }

    private static void items(ArrayNode items, ProductOrder order, @Nullable ReceivedOrder received) {
        for (var i = 0; i < order.items().size(); i++) {
            var item = order.items().get(i);
            var id = received == null ? item.id() : received.itemId(i, item);
            item(items.addObject().put("@type", "ProductOrderItem").put("id", id), item);
        }
    }

    private static void item(ObjectNode body, ProductOrder.Item item) {
        body.put("action", item.action())
                .put("quantity", item.quantity())
                .put("state", item.state().itemWord());
        body.putObject("productOffering").put("id", item.offeringId()).put("name", item.offeringName());
        var characteristics = body.putObject("product").put("@type", "Product").putArray("productCharacteristic");
        item.characteristics()
                .forEach((name, value) ->
                        characteristics.addObject().put("name", name).putPOJO("value", value));
    }
}
