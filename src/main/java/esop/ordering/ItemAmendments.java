package esop.ordering;

import esop.customer.Customer;
import esop.customer.Customers;
import esop.ordering.Amendment.ItemChange;
import esop.ordering.OrderFulfilment.Decomposed;
import esop.ordering.ProductOrder.Item;
import esop.provisioning.Provisioning;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.Subscriptions;
import esop.web.ConflictException;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 改单: adds items to an order under way, and changes or drops those whose turn has not come. */
@Component
class ItemAmendments {

    private static final Decomposed NOTHING = new Decomposed(List.of(), List.of());

    private final ProductOrderRepository orders;
    private final ItemChangeCheck check;
    private final OrderedItems orderedItems;
    private final OrderFulfilment fulfilment;
    private final Provisioning provisioning;
    private final Subscriptions subscriptions;
    private final OrderProcess process;
    private final Customers customers;

    ItemAmendments(
            ProductOrderRepository orders,
            ItemChangeCheck check,
            OrderedItems orderedItems,
            OrderFulfilment fulfilment,
            Provisioning provisioning,
            Subscriptions subscriptions,
            OrderProcess process,
            Customers customers) {
        this.orders = orders;
        this.check = check;
        this.orderedItems = orderedItems;
        this.fulfilment = fulfilment;
        this.provisioning = provisioning;
        this.subscriptions = subscriptions;
        this.process = process;
        this.customers = customers;
    }

    /** The order is locked, and so is everything that provisioning has of it. */
    ProductOrder apply(ProductOrder order, List<ItemChange> changes) {
        var customer = customers.find(order.entry().customerId()).orElseThrow();
        check.refuseInvalid(order, changes, customer);
        var serviceOrders = provisioning.ofProductOrders(List.of(order.id()));
        refuseBegun(order, changes, serviceOrders);

        var items = new ArrayList<>(order.items());
        var created = 0;
        for (var change : changes) {
            var item = changed(order, items, change, customer);
            var replaced = ofItem(serviceOrders, item.id());
            var decomposed =
                    order.state() == ProductOrderState.ACKNOWLEDGED || item.state() == ProductOrderState.CANCELLED
                            ? NOTHING
                            : fulfilment.decomposed(order, item);
            subscriptions.cancel(order.id(), item.id());
            var replacements = decomposed.services();
            replacements.forEach(provisioning::create);
            subscriptions.create(decomposed.subscriptions());
            created += replacements.size();
            for (var old : replaced) {
                provisioning.supersede(
                        old.id(),
                        replacements.isEmpty() ? null : replacements.get(0).id());
            }
        }
        // What provisioning has just said of the service orders has moved the order.
        var moved = orders.lock(order.id()).amendItems(items, created);
        orders.update(moved);
        orders.amendItems(moved);
        return moved;
    }

    private Item changed(ProductOrder order, List<Item> items, ItemChange change, Customer customer) {
        if ("add".equals(change.change())) {
            var id = order.id() + "-" + (items.size() + 1);
            var item = orderedItems
                    .of(id, Objects.requireNonNull(change.item()), customer)
                    .in(
                            order.state() == ProductOrderState.ACKNOWLEDGED
                                    ? ProductOrderState.ACKNOWLEDGED
                                    : ProductOrderState.IN_PROGRESS);
            items.add(item);
            return item;
        }
        var position = position(items, change);
        var before = items.get(position);
        var item = before.cancelled();
        if ("modify".equals(change.change())) {
            var wished = orderedItems.of(before.id(), Objects.requireNonNull(change.item()), customer);
            item = before.with(wished.quantity(), wished.characteristics());
        }
        items.set(position, item);
        return item;
    }

    private void refuseBegun(ProductOrder order, List<ItemChange> changes, List<ServiceOrderView> serviceOrders) {
        var changeable = changeable(order, serviceOrders);
        for (var change : changes) {
            if (change.itemId() != null && !"add".equals(change.change()) && !changeable.contains(change.itemId())) {
                var item = order.items().get(position(order.items(), change));
                throw new ConflictException(
                        Texts.get("ordering.item-begun", item.nameIn(Texts.current())),
                        Map.of("reason", "begun", "itemId", item.id()));
            }
        }
    }

    /** The items whose turn has not come. */
    Set<String> changeable(ProductOrder order, List<ServiceOrderView> serviceOrders) {
        if (!order.isUnderWay()) {
            return Set.of();
        }
        var selected = process.selected(order);
        return order.wanted().stream()
                .map(Item::id)
                .filter(item -> ofItem(serviceOrders, item).stream()
                        .allMatch(view -> view.state().equals("acknowledged") && !selected.contains(view.id())))
                .collect(Collectors.toSet());
    }

    private static List<ServiceOrderView> ofItem(List<ServiceOrderView> serviceOrders, String itemId) {
        return serviceOrders.stream()
                .filter(view -> view.orderItemId().equals(itemId) && view.replacedBy() == null)
                .toList();
    }

    private static int position(List<Item> items, ItemChange change) {
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(change.itemId())) {
                return i;
            }
        }
        throw new IllegalStateException("no item " + change.itemId());
    }
}
