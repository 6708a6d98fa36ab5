package esop.ordering;

import static esop.ordering.ProductOrderState.CANCELLED;
import static esop.ordering.ProductOrderState.COMPLETED;
import static esop.ordering.ProductOrderState.FAILED;
import static esop.ordering.ProductOrderState.PARTIAL;

import esop.catalog.Catalog;
import esop.customer.Customers;
import esop.identity.People;
import esop.ordering.ProductOrder.Item;
import esop.provisioning.NewServiceOrder;
import esop.provisioning.NewSubscriptionOrder;
import esop.provisioning.Provisioning;
import esop.provisioning.Rollbacks;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.Subscriptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries an order from acceptance to its end: what the process {@code order} asks for, step by step (ESOP 6.3.2.1.1.1). */
@Service
@Transactional
class OrderFulfilment {

    private static final String FIRST_LEVEL = "first-level";
    private static final String NOT_BEGUN = "acknowledged";
    private static final Set<String> UNSUCCESSFUL = Set.of("failed", "cancelled", "rejected");

    private final ProductOrderRepository orders;
    private final OrderEvents events;
    private final OrderNumbers numbers;
    private final Decomposition decomposition;
    private final Provisioning provisioning;
    private final Subscriptions subscriptions;
    private final Rollbacks rollbacks;
    private final Customers customers;
    private final Catalog catalog;
    private final People people;
    private final Clock clock;

    OrderFulfilment(
            ProductOrderRepository orders,
            OrderEvents events,
            OrderNumbers numbers,
            Decomposition decomposition,
            Provisioning provisioning,
            Subscriptions subscriptions,
            Rollbacks rollbacks,
            Customers customers,
            Catalog catalog,
            People people,
            Clock clock) {
        this.orders = orders;
        this.events = events;
        this.numbers = numbers;
        this.decomposition = decomposition;
        this.provisioning = provisioning;
        this.subscriptions = subscriptions;
        this.rollbacks = rollbacks;
        this.customers = customers;
        this.catalog = catalog;
        this.people = people;
        this.clock = clock;
    }

    /** What has come between entry and now: the reason a person is given, as {@code word product}. */
    Optional<String> obstacle(String orderId) {
        var order = orders.lock(orderId);
        if (customers
                .find(order.entry().customerId())
                .filter(customer -> !customer.closed())
                .isEmpty()) {
            return Optional.of("customer-gone " + order.entry().customerId());
        }
        var source = source(order);
        for (var item : order.wanted()) {
            var offering = catalog.find(item.offeringId());
            // What is no longer sold can still be ended.
            if (offering.isEmpty()
                    || !item.action().equals("delete")
                            && !(offering.get().orderable() && offering.get().soldIn(order.city()))) {
                return Optional.of("product-gone " + item.offeringId());
            }
            var undecomposable = decomposition.obstacle(item, source);
            if (undecomposable.isPresent()) {
                return undecomposable;
            }
        }
        return Optional.empty();
    }

    /** Whether it waits for something that is being taken back and that it would stand on (避免隔单). */
    boolean waits(String orderId, boolean alreadyWaiting) {
        var order = orders.find(orderId).orElseThrow();
        var leaving = rollbacks.running(order.entry().customerId());
        if (leaving.isEmpty()) {
            return false;
        }
        var source = source(order);
        var waits = order.wanted().stream()
                .flatMap(item -> decomposition.of(item, source).services().stream())
                .anyMatch(part -> leaving.contains(part.product()));
        if (waits && !alreadyWaiting) {
            events.add(order, "order.waits", null, orderId, Map.of());
        }
        return waits;
    }

    void reject(String orderId, String reason) {
        var order = orders.lock(orderId);
        orders.update(order.reject(reason, clock.instant()));
        events.add(order, "order.rejected", null, orderId, Map.of("reason", reason));
    }

    void decompose(String orderId) {
        var order = orders.lock(orderId);
        var source = source(order);
        var created = order.wanted().stream()
                .map(item -> decomposed(order, item, source))
                .toList();
        created.stream().flatMap(item -> item.services().stream()).forEach(provisioning::create);
        subscriptions.create(
                created.stream().flatMap(item -> item.subscriptions().stream()).toList());
        var count = created.stream().mapToInt(item -> item.services().size()).sum();
        orders.update(order.begin(count));
        events.add(order, "order.decomposed", null, orderId, Map.of("count", Integer.toString(count)));
    }

    /** 服务开通定单 and 订购类定单 of one item. */
    record Decomposed(List<NewServiceOrder> services, List<NewSubscriptionOrder> subscriptions) {}

    /** What one item is decomposed into; nothing is stored. */
    Decomposed decomposed(ProductOrder order, Item item) {
        return decomposed(order, item, source(order));
    }

    private Decomposed decomposed(ProductOrder order, Item item, String source) {
        var all = decomposition.of(item, source);
        var parts = all.services();
        var ids = parts.stream().map(part -> numbers.serviceOrder()).toList();
        var entry = order.entry();
        var serviceOrders = new ArrayList<NewServiceOrder>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            serviceOrders.add(new NewServiceOrder(
                    ids.get(i),
                    order.id(),
                    item.id(),
                    entry.city(),
                    entry.customerId(),
                    entry.customerName(),
                    entry.customerLevel(),
                    part.product(),
                    item.action(),
                    part.level(),
                    part.dependsOn().stream().map(ids::get).toList(),
                    entry.due(),
                    entry.priority(),
                    part.characteristics(),
                    entry.contactId()));
        }
        return new Decomposed(
                serviceOrders,
                all.subscriptions().stream()
                        .map(subscribed -> new NewSubscriptionOrder(
                                order.id(),
                                item.id(),
                                entry.city(),
                                entry.customerId(),
                                subscribed.product(),
                                item.action(),
                                subscribed.characteristics(),
                                subscribed.services().stream().map(ids::get).toList(),
                                item.subscription()))
                        .toList());
    }

    /** What the first level sends down is not sent up to it again. */
    private String source(ProductOrder order) {
        return people.find(order.entry().receiver())
                .filter(receiver -> receiver.hasRole(FIRST_LEVEL))
                .map(receiver -> FIRST_LEVEL)
                .orElse("province");
    }

    /**
     * @param serviceOrders of the lowest level that have not begun; empty when nothing is left to be opened
     * @param waits whether none of them goes before a rollback has ended (避免隔单)
     * @param subscription one of the subscription orders that the CRM is to be told of then; empty when nothing is left at all
     */
    record Next(List<String> serviceOrders, boolean waits, Optional<String> subscription) {}

    /** What comes next. Service orders that depend on one that did not succeed are given up here. */
    Next next(String orderId, boolean alreadyWaiting) {
        // Whoever amends the order holds it meanwhile: what was added or dropped is seen from here on.
        orders.hold(orderId);
        var all = provisioning.ofProductOrders(List.of(orderId));
        var unsuccessful = all.stream()
                .filter(view -> UNSUCCESSFUL.contains(view.state()))
                .map(ServiceOrderView::id)
                .collect(Collectors.toCollection(HashSet::new));
        var waiting = new ArrayList<ServiceOrderView>();
        for (var view : all) {
            if (!view.state().equals(NOT_BEGUN)) {
                continue;
            }
            var failed =
                    view.dependsOn().stream().filter(unsuccessful::contains).findFirst();
            if (failed.isPresent()) {
                provisioning.cancel(view.id(), failed.get());
                unsuccessful.add(view.id());
            } else {
                waiting.add(view);
            }
        }
        var level = waiting.stream().mapToInt(ServiceOrderView::level).min().orElse(0);
        var next = waiting.stream()
                .filter(view -> view.level() == level)
                .map(ServiceOrderView::id)
                .toList();
        if (next.isEmpty()) {
            return new Next(next, false, subscriptions.ready(orderId, all));
        }
        var going = provisioning.takeTurns(next);
        if (going.isEmpty() && !alreadyWaiting) {
            events.add(orders.find(orderId).orElseThrow(), "order.waits", null, orderId, Map.of());
        }
        return new Next(going.isEmpty() ? next : going, going.isEmpty(), Optional.empty());
    }

    /** What was done for a withdrawn order is taken back, as far as it could be. */
    void cancel(String orderId) {
        var cancelled = orders.lock(orderId).cancelled(clock.instant());
        orders.update(cancelled);
        events.add(cancelled, "order.cancelled", null, orderId, Map.of());
    }

    /** What was done for an order that could not be done as a whole is taken back, as far as it could be. */
    void rolledBack(String orderId) {
        var failed = orders.lock(orderId).rolledBack(clock.instant());
        orders.update(failed);
        events.add(failed, "order.rolled-back", null, orderId, Map.of());
    }

    /** What an ended order had opened was rolled back, all of it or a part; one that is being withdrawn says so at its own end. */
    void takenBack(String orderId) {
        var order = orders.lock(orderId);
        if (order.state() != COMPLETED && order.state() != PARTIAL) {
            return;
        }
        var left = order.takenBack(itemStates(order, CANCELLED));
        orders.update(left);
        if (left.state() != order.state()) {
            events.add(
                    left,
                    "order.taken-back",
                    null,
                    orderId,
                    Map.of("state", left.state().word()));
        }
    }

    ProductOrderState complete(String orderId) {
        var order = orders.lock(orderId);
        var ended = order.end(itemStates(order, FAILED), clock.instant());
        orders.update(ended);
        events.add(ended, "order." + ended.state().word(), null, orderId, Map.of());
        return ended.state();
    }

    /** @param nothing what an item of which nothing is there is said to be */
    private Map<String, ProductOrderState> itemStates(ProductOrder order, ProductOrderState nothing) {
        var serviceOrders = provisioning.ofProductOrders(List.of(order.id())).stream()
                .filter(view -> view.replacedBy() == null)
                .collect(Collectors.groupingBy(
                        ServiceOrderView::orderItemId,
                        Collectors.mapping(ServiceOrderView::state, Collectors.toSet())));
        var states = new HashMap<String, ProductOrderState>();
        for (var item : order.wanted()) {
            states.put(item.id(), outcome(serviceOrders.getOrDefault(item.id(), Set.of()), nothing));
        }
        return states;
    }

    private static ProductOrderState outcome(Set<String> states, ProductOrderState nothing) {
        if (states.equals(Set.of("completed"))) {
            return COMPLETED;
        }
        return UNSUCCESSFUL.containsAll(states) ? nothing : PARTIAL;
    }
}
