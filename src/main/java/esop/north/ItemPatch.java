package esop.north;

import com.fasterxml.jackson.databind.JsonNode;
import esop.north.IncomingOrder.Item;
import esop.ordering.Correction;
import esop.ordering.ProductOrder;
import esop.web.FieldError;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a patch which characteristics of which items are to be different: items by the client's numbers, what is not named or stays the
 * same is left as it is.
 */
class ItemPatch {

    private static final String ITEMS = "productOrderItem";

    private final ProductOrder order;
    private final ReceivedOrder received;
    private final List<FieldError> fixed = new ArrayList<>();
    private final List<FieldError> unreadable = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();

    /** By the position of a correction: of the item in the patch. */
    private final List<Integer> positions = new ArrayList<>();

    ItemPatch(ProductOrder order, ReceivedOrder received) {
        this.order = order;
        this.received = received;
    }

    void read(JsonNode items, List<@Nullable Item> parsed, OrderReading reading) {
        var named = new HashSet<String>();
        for (var i = 0; i < parsed.size(); i++) {
            var path = ITEMS + "[" + i + "]";
            var item = parsed.get(i);
            var known = item == null ? null : known(item.id());
            if (item == null || known == null || !named.add(known.id())) {
                unreadable.add(new FieldError(
                        path + ".id",
                        Texts.get("north.unknown-item", item == null ? "null" : String.valueOf(item.id()))));
                continue;
            }
            refuseOthers(path, items.get(i), item, known);
            var wished = different(known, reading.characteristics(path, item));
            if (!wished.isEmpty()) {
                corrections.add(new Correction(known.id(), wished));
                positions.add(i);
            }
        }
    }

    List<FieldError> fixed() {
        return fixed;
    }

    List<FieldError> unreadable() {
        return unreadable;
    }

    List<Correction> corrections() {
        return corrections;
    }

    /** The field of a correction, as a field of the item in the patch it came from. */
    FieldError inPatch(FieldError error) {
        for (var i = 0; i < positions.size(); i++) {
            var ours = "items[" + i + "]";
            if (error.field().startsWith(ours)) {
                return new FieldError(
                        "items[" + positions.get(i) + "]" + error.field().substring(ours.length()), error.message());
            }
        }
        return error;
    }

    private ProductOrder.@Nullable Item known(@Nullable String id) {
        for (var i = 0; i < order.items().size(); i++) {
            if (received.itemId(i, order.items().get(i)).equals(id)) {
                return order.items().get(i);
            }
        }
        return null;
    }

    /** A client may send back all that it has read; what it has changed besides the characteristics is refused. */
    private void refuseOthers(String path, JsonNode sent, Item item, ProductOrder.Item known) {
        var same = Set.of("id", "product");
        sent.properties().stream()
                .filter(attribute -> !same.contains(attribute.getKey())
                        && !attribute.getKey().startsWith("@")
                        && !attribute.getValue().isNull()
                        && !isUnchanged(attribute.getKey(), attribute.getValue(), item, known))
                .forEach(attribute ->
                        fixed.add(new FieldError(path + "." + attribute.getKey(), Texts.get("north.fixed"))));
    }

    private static boolean isUnchanged(String name, JsonNode value, Item item, ProductOrder.Item known) {
        return switch (name) {
            case "action" -> known.action().equals(item.action());
            case "quantity" -> Integer.valueOf(known.quantity()).equals(item.quantity());
            case "state" -> known.state().itemWord().equals(value.asText());
            case "productOffering" -> known.offeringId().equals(value.path("id").asText());
            default -> false;
        };
    }

    private static Map<String, Object> different(ProductOrder.Item known, Map<String, Object> wished) {
        return wished.entrySet().stream()
                .filter(one -> !one.getValue().equals(known.characteristics().get(one.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
