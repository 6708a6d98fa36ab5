package esop.ordering;

import esop.catalog.Catalog;
import esop.ordering.ProductOrder.Item;
import esop.workflow.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What has to be opened for an item, by the table {@code order-decomposition}: a row of kind {@code service} is a service order, one of kind
 * {@code product} a component that is looked up again, deeper each time.
 */
@Component
class Decomposition {

    private static final String TABLE = "order-decomposition";
    private static final int DEEPEST = 5;

    private final Decisions decisions;
    private final Catalog catalog;

    Decomposition(Decisions decisions, Catalog catalog) {
        this.decisions = decisions;
        this.catalog = catalog;
    }

    /**
     * A service order to be.
     *
     * @param level 0 for the first ones
     * @param dependsOn positions in the same list of those that must have been opened before
     */
    record Part(String product, int level, List<Integer> dependsOn, Map<String, Object> characteristics) {}

    /** Empty where the table says nothing about the product and the action. */
    List<Part> of(Item item) {
        var parts = new ArrayList<Part>();
        for (var piece = 0; piece < item.quantity(); piece++) {
            decompose(item.offeringId(), item.action(), 0, List.of(), item.characteristics(), 0, parts);
        }
        return parts;
    }

    /** @return positions of what it has come to */
    private List<Integer> decompose(
            String product,
            String action,
            int level,
            List<Integer> dependsOn,
            Map<String, Object> characteristics,
            int depth,
            List<Part> parts) {
        if (depth > DEEPEST) {
            throw new IllegalStateException(TABLE + " leads from " + product + " in a circle");
        }
        var positions = new ArrayList<Integer>();
        var components = new HashMap<String, List<Integer>>();
        for (var row : inLevelOrder(decisions.evaluate(TABLE, Map.of("product", product, "action", action)))) {
            var component = (String) row.get("product");
            var awaited = new ArrayList<>(dependsOn);
            for (var name : words(row.get("dependsOn"))) {
                awaited.addAll(components.getOrDefault(name, List.of()));
            }
            var componentLevel = level + level(row);
            List<Integer> made;
            if (row.get("kind").equals("service")) {
                parts.add(new Part(component, componentLevel, List.copyOf(awaited), characteristics));
                made = List.of(parts.size() - 1);
            } else {
                made = decompose(
                        component, action, componentLevel, awaited, of(component, characteristics), depth + 1, parts);
            }
            components.computeIfAbsent(component, name -> new ArrayList<>()).addAll(made);
            positions.addAll(made);
        }
        return positions;
    }

    /** What a component takes over of its bundle, and its own defaults for the rest. */
    private Map<String, Object> of(String component, Map<String, Object> ofBundle) {
        var offering = catalog.find(component).orElseThrow(() -> new IllegalStateException("no product " + component));
        var taken = new LinkedHashMap<String, Object>();
        for (var characteristic : offering.characteristics()) {
            if (ofBundle.containsKey(characteristic.name())) {
                taken.put(characteristic.name(), ofBundle.get(characteristic.name()));
            }
        }
        return catalog.complete(component, taken);
    }

    private static List<Map<String, Object>> inLevelOrder(List<Map<String, Object>> rows) {
        return rows.stream()
                .sorted((one, other) -> Integer.compare(level(one), level(other)))
                .toList();
    }

    private static int level(Map<String, Object> row) {
        return ((Number) row.get("level")).intValue();
    }

    private static List<String> words(Object commaSeparated) {
        return commaSeparated == null || commaSeparated.equals("")
                ? List.of()
                : Arrays.stream(commaSeparated.toString().split(","))
                        .map(String::strip)
                        .toList();
    }
}
