package esop.ordering;

import esop.catalog.Catalog;
import esop.catalog.Characteristic;
import esop.customer.Customers;
import esop.identity.CurrentPerson;
import esop.ordering.Amendment.ItemChange;
import esop.ordering.NewOrder.NewItem;
import esop.ordering.ProductOrder.Item;
import esop.provisioning.Provisioning;
import esop.provisioning.RefusedServices;
import esop.provisioning.ServiceOrderView;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other characteristics of items: what a system has refused goes to it again, what has not begun is amended; all of it or nothing. */
@Service
class ItemCorrections {

    private final ProductOrderRepository orders;
    private final OrderAmendments amendments;
    private final OrderCheck check;
    private final OrderEvents events;
    private final OrderNews news;
    private final Provisioning provisioning;
    private final RefusedServices refused;
    private final Customers customers;
    private final Catalog catalog;
    private final CurrentPerson currentPerson;

    ItemCorrections(
            ProductOrderRepository orders,
            OrderAmendments amendments,
            OrderCheck check,
            OrderEvents events,
            OrderNews news,
            Provisioning provisioning,
            RefusedServices refused,
            Customers customers,
            Catalog catalog,
            CurrentPerson currentPerson) {
        this.orders = orders;
        this.amendments = amendments;
        this.check = check;
        this.events = events;
        this.news = news;
        this.provisioning = provisioning;
        this.refused = refused;
        this.customers = customers;
        this.catalog = catalog;
        this.currentPerson = currentPerson;
    }

    @Transactional
    ProductOrder correct(String orderId, List<Correction> corrections) {
        if (orders.find(orderId).isEmpty()) {
            throw new UnknownException(Texts.get("ordering.unknown-order", orderId));
        }
        provisioning.lock(orderId);
        var order = orders.lock(orderId);
        if (!order.isUnderWay()) {
            throw new ConflictException(Texts.get("ordering.ended", orderId));
        }
        var wished = wished(order, corrections);
        var serviceOrders = provisioning.ofProductOrders(List.of(orderId));
        var customer = customers.find(order.entry().customerId()).orElseThrow();
        var errors = new ArrayList<FieldError>();
        var amended = new ArrayList<ItemChange>();
        var corrected = new ArrayList<Item>();
        for (var i = 0; i < wished.size(); i++) {
            var item = wished.get(i);
            if (resend(item, corrections.get(i).characteristics(), serviceOrders, "items[" + i + "].characteristics")) {
                corrected.add(item);
            } else {
                errors.addAll(check.checkItem("items[" + i + "]", entered(item), customer));
                amended.add(new ItemChange("modify", item.id(), entered(item)));
            }
        }
        refuse(errors);
        if (!corrected.isEmpty()) {
            keep(orderId, corrected);
        }
        return amended.isEmpty()
                ? orders.find(orderId).orElseThrow()
                : amendments.amend(orderId, new Amendment(null, null, null, amended));
    }

    /** The items as they are to be, in the order of the corrections. */
    private List<Item> wished(ProductOrder order, List<Correction> corrections) {
        var wished = new ArrayList<Item>();
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < corrections.size(); i++) {
            var correction = corrections.get(i);
            var item = order.wanted().stream()
                    .filter(candidate -> candidate.id().equals(correction.itemId()))
                    .findFirst();
            if (item.isEmpty()) {
                errors.add(new FieldError(
                        "items[" + i + "].itemId", Texts.get("ordering.invalid.item", correction.itemId())));
                continue;
            }
            var characteristics = new LinkedHashMap<>(item.get().characteristics());
            characteristics.putAll(correction.characteristics());
            wished.add(item.get().with(item.get().quantity(), characteristics));
            errors.addAll(catalog.check(
                    item.get().offeringId(), correction.characteristics(), "items[" + i + "].characteristics"));
        }
        refuse(errors);
        return wished;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("ordering.invalid"), errors);
        }
    }

    /** @return whether anything of the item waits for it */
    private boolean resend(
            Item item, Map<String, Object> characteristics, List<ServiceOrderView> serviceOrders, String path) {
        var own = serviceOrders.stream()
                .filter(view -> view.orderItemId().equals(item.id()))
                .toList();
        var waiting = refused.among(own.stream().map(ServiceOrderView::id).toList());
        for (var view : own) {
            if (waiting.contains(view.id()) && !refused.correct(view.id(), ofService(view, characteristics), path)) {
                throw new ConflictException(Texts.get("ordering.correction-overtaken", item.nameIn(Texts.current())));
            }
        }
        return !waiting.isEmpty();
    }

    /** What its product knows of it, beside what it has from its bundle or by default. */
    private Map<String, Object> ofService(ServiceOrderView view, Map<String, Object> characteristics) {
        var taken = new LinkedHashMap<>(view.characteristics());
        catalog.find(view.product()).orElseThrow().characteristics().stream()
                .map(Characteristic::name)
                .filter(characteristics::containsKey)
                .forEach(name -> taken.put(name, characteristics.get(name)));
        return taken;
    }

    private void keep(String orderId, List<Item> corrected) {
        var order = orders.lock(orderId);
        var items = order.items().stream()
                .map(item -> corrected.stream()
                        .filter(one -> one.id().equals(item.id()))
                        .findFirst()
                        .orElse(item))
                .toList();
        var changed = order.amendItems(items, 0);
        orders.update(changed);
        orders.amendItems(changed);
        for (var item : corrected) {
            events.add(
                    changed,
                    "order.item.corrected",
                    currentPerson.get().id(),
                    orderId,
                    Map.of("product", item.offeringId()));
        }
        news.tellCrmOfAmendment(orderId);
    }

    private static NewItem entered(Item item) {
        return new NewItem(
                item.offeringId(), item.action(), item.quantity(), item.characteristics(), item.subscription());
    }
}
