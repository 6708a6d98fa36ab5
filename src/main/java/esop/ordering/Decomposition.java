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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an item comes to, by the table {@code order-decomposition}: a row of kind {@code service} is a service order, one of kind
 * {@code product} a component that is looked up again, one of kind {@code subscription} says that the customer subscribes to the product
 * itself; what that is made of is then covered by it.
 */
@Component
class Decomposition {

    private static final String TABLE = "order-decomposition";
    private static final String SUBSCRIPTION = "subscription";

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

    /**
     * A subscription order to be.
     *
     * @param services positions of the parts that open it
     */
    record Subscribed(String product, Map<String, Object> characteristics, List<Integer> services) {}

    record Parts(List<Part> services, List<Subscribed> subscriptions) {}

    /**
     * Why an item cannot be decomposed, as {@code word product}: the table says nothing of it, or leads back to where it was.
     *
     * @param source where the order comes from, {@code province} or {@code first-level}
     */
    Optional<String> obstacle(Item item, String source) {
        var walk = new Walk(item.action(), source);
        walk.into(item.offeringId(), 0, List.of(), item.characteristics(), List.of(), false);
        if (walk.circle != null) {
            return Optional.of("decomposition-circle " + walk.circle);
        }
        return walk.parts.isEmpty() ? Optional.of("no-decomposition " + item.offeringId()) : Optional.empty();
    }

    /** Without any parts where the table says nothing about the product and the action. */
    Parts of(Item item, String source) {
        var walk = new Walk(item.action(), source);
        for (var piece = 0; piece < item.quantity(); piece++) {
            walk.into(item.offeringId(), 0, List.of(), item.characteristics(), List.of(), false);
        }
        if (walk.circle != null) {
            throw new IllegalStateException(TABLE + " leads from " + walk.circle + " back to it");
        }
        return new Parts(walk.parts, walk.subscriptions);
    }

    /** One way through the table, down to the service orders. */
    private final class Walk {

        private final String action;
        private final String source;
        private final List<Part> parts = new ArrayList<>();
        private final List<Subscribed> subscriptions = new ArrayList<>();
        private @Nullable String circle;

        Walk(String action, String source) {
            this.action = action;
            this.source = source;
        }

        /**
         * @param within the bundles this product is a component of, the outermost first
         * @param covered whether the customer subscribes to one of those as a whole
         * @return positions of what it has come to
         */
        List<Integer> into(
                String product,
                int level,
                List<Integer> dependsOn,
                Map<String, Object> characteristics,
                List<String> within,
                boolean covered) {
            var positions = new ArrayList<Integer>();
            if (within.contains(product)) {
                circle = product;
                return positions;
            }
            var components = new HashMap<String, List<Integer>>();
            var facts = Map.<String, Object>of("product", product, "action", action, "source", source);
            var rows = inLevelOrder(decisions.evaluate(TABLE, facts));
            var subscribed = rows.stream().anyMatch(row -> row.get("kind").equals(SUBSCRIPTION));
            for (var row : rows) {
                if (row.get("kind").equals(SUBSCRIPTION)) {
                    continue;
                }
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
                    made = into(
                            component,
                            componentLevel,
                            awaited,
                            Decomposition.this.of(component, characteristics),
                            with(within, product),
                            covered || subscribed);
                }
                components.computeIfAbsent(component, name -> new ArrayList<>()).addAll(made);
                positions.addAll(made);
            }
            if (subscribed && !covered) {
                subscriptions.add(new Subscribed(product, characteristics, List.copyOf(positions)));
            }
            return positions;
        }
    }

    private static List<String> with(List<String> within, String product) {
        var deeper = new ArrayList<>(within);
        deeper.add(product);
        return deeper;
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
