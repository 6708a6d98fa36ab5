package esop.ordering;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** An order in TMF622's words, as the CRM mirrors it. */
record Tmf622Order(ProductOrder order) {

    ObjectNode body(ObjectMapper json) {
        var entry = order.entry();
        var body = json.createObjectNode()
                .put("@type", "ProductOrder")
                .put("state", order.state().word())
                .put("category", entry.category())
                .put("priority", Integer.toString(entry.priority()))
                .put("requestedCompletionDate", text(entry.due()));
        var completed = order.progress().completed();
        if (completed != null) {
            body.put("completionDate", text(completed));
        }
        var note = entry.note();
        if (note != null) {
            body.putArray("note")
                    .addObject()
                    .put("author", entry.receiver())
                    .put("date", text(entry.created()))
                    .put("text", note);
        }
        var parties = body.putArray("relatedParty");
        party(parties, entry.customerId(), entry.customerName(), "customer", "Customer");
        party(parties, entry.receiver(), entry.receiverName(), "receiver", "Individual");
        var items = body.putArray("productOrderItem");
        order.items().forEach(item -> item(items, item));
        return body;
    }

    private static void party(ArrayNode parties, String id, String name, String role, String type) {
        parties.addObject().put("id", id).put("name", name).put("role", role).put("@referredType", type);
    }

    private static void item(ArrayNode items, ProductOrder.Item item) {
        var body = items.addObject()
                .put("id", item.id())
                .put("action", item.action())
                .put("quantity", item.quantity())
                .put("state", item.state().itemWord());
        body.putObject("productOffering").put("id", item.offeringId()).put("name", item.offeringName());
        var characteristics = body.putObject("product").put("@type", "Product").putArray("productCharacteristic");
        item.characteristics()
                .forEach((name, value) ->
                        characteristics.addObject().put("name", name).putPOJO("value", value));
    }

    private static String text(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
