package esop.ordering;

import esop.catalog.Catalog;
import esop.customer.Customer;
import esop.ordering.NewOrder.NewItem;
import esop.ordering.ProductOrder.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes what somebody has entered, and what was found right, an item of an order: with every default filled in. */
@Component
class OrderedItems {

    private final Catalog catalog;

    OrderedItems(Catalog catalog) {
        this.catalog = catalog;
    }

    Item of(String id, NewItem item, Customer customer) {
        var offering = catalog.find(Objects.requireNonNull(item.offeringId())).orElseThrow();
        var given = item.characteristics() == null ? Map.<String, Object>of() : item.characteristics();
        var characteristics = new LinkedHashMap<>(catalog.complete(offering.id(), given));
        var installed = offering.characteristics().stream()
                .anyMatch(known -> known.name().equals("installAddress"));
        if (installed && customer.address() != null) {
            characteristics.putIfAbsent("installAddress", customer.address());
        }
        return new Item(
                id,
                offering.id(),
                offering.name(),
                offering.nameEn(),
                item.action() == null ? "add" : item.action(),
                item.quantity() == null ? 1 : item.quantity(),
                ProductOrderState.ACKNOWLEDGED,
                characteristics,
                item.subscription());
    }
}
