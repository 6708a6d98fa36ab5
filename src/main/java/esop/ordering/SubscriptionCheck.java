package esop.ordering;

import esop.catalog.Catalog;
import esop.customer.Customers;
import esop.provisioning.Subscriptions;
import esop.web.FieldError;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds a new order that changes or ends products against what its customer subscribes to. It only warns: customers have products from
 * before there was an ESOP, and what was opened must be there to be closed.
 */
@Component
class SubscriptionCheck {

    private final Customers customers;
    private final OrderedItems orderedItems;
    private final Decomposition decomposition;
    private final Subscriptions subscriptions;
    private final Catalog catalog;

    SubscriptionCheck(
            Customers customers,
            OrderedItems orderedItems,
            Decomposition decomposition,
            Subscriptions subscriptions,
            Catalog catalog) {
        this.customers = customers;
        this.orderedItems = orderedItems;
        this.decomposition = decomposition;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
    }

    List<FieldError> warnings(NewOrder order) {
        var wished = wished(order);
        var held = new HashMap<>(subscriptions.held(
                Objects.requireNonNull(order.customerId()),
                wished.values().stream().flatMap(List::stream).collect(Collectors.toSet())));
        var warnings = new ArrayList<FieldError>();
        wished.forEach((item, products) -> products.stream()
                .filter(product -> held.merge(product, -1, Integer::sum) < 0)
                .distinct()
                .forEach(product -> warnings.add(new FieldError(
                        "items[" + item + "].action",
                        Texts.get(
                                "ordering.not-subscribed."
                                        + order.items().get(item).action(),
                                name(product))))));
        return warnings;
    }

    /** By the position of an item: the products it changes or ends, as often as it does. */
    private Map<Integer, List<String>> wished(NewOrder order) {
        var customer =
                customers.find(Objects.requireNonNull(order.customerId())).orElseThrow();
        var wished = new TreeMap<Integer, List<String>>();
        var items = Objects.requireNonNull(order.items());
        for (var i = 0; i < items.size(); i++) {
            var item = orderedItems.of("new", Objects.requireNonNull(items.get(i)), customer);
            if (!item.action().equals("add")) {
                wished.put(
                        i,
                        decomposition.of(item, "province").subscriptions().stream()
                                .map(Decomposition.Subscribed::product)
                                .toList());
            }
        }
        return wished;
    }

    private String name(String product) {
        return catalog.find(product)
                .map(offering -> offering.nameIn(Texts.current()))
                .orElse(product);
    }
}
