package esop.ordering;

import static esop.ordering.ProductOrderState.COMPLETED;
import static esop.ordering.ProductOrderState.FAILED;
import static esop.ordering.ProductOrderState.PARTIAL;

import esop.catalog.Catalog;
import esop.customer.Customers;
import esop.identity.People;
import esop.ordering.ProductOrder.Item;
import esop.provisioning.NewServiceOrder;
import esop.provisioning.Provisioning;
import esop.provisioning.Rollbacks;
import esop.provisioning.ServiceOrderView;
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
        for (var item : order.wanted()) {
            var offering = catalog.find(item.offeringId());
            if (offering.isEmpty()
                    || !offering.get().orderable()
                    || !offering.get().soldIn(order.city())) {
                return Optional.of("product-gone " + item.offeringId());
            }
            var undecomposable = decomposition.obstacle(item, source(order));
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
        var waits = !leaving.isEmpty()
                && order.wanted().stream()
                        .flatMap(item -> decomposition.of(item, source(order)).stream())
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
        var created = new ArrayList<NewServiceOrder>();
        for (var item : order.wanted()) {
            created.addAll(serviceOrders(order, item));
        }
        created.forEach(provisioning::create);
        orders.update(order.begin(created.size()));
        events.add(order, "order.decomposed", null, orderId, Map.of("count", Integer.toString(created.size())));
    }

    /** What one item is decomposed into; nothing is stored. */
    List<NewServiceOrder> serviceOrders(ProductOrder order, Item item) {
        var parts = decomposition.of(item, source(order));
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
                    part.characteristics()));
        }
        return serviceOrders;
    }

    /** What the first level sends down is not sent up to it again. */
    private String source(ProductOrder order) {
        return people.find(order.entry().receiver())
                .filter(receiver -> receiver.hasRole(FIRST_LEVEL))
                .map(receiver -> FIRST_LEVEL)
                .orElse("province");
    }

    /**
     * The service orders of the lowest level that have not begun; empty when there is nothing left to do. Those that depend on one that
     * did not succeed are given up here.
     */
    List<String> nextLevel(String orderId) {
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
        return waiting.stream()
                .filter(view -> view.level() == level)
                .map(ServiceOrderView::id)
                .toList();
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

    ProductOrderState complete(String orderId) {
        var order = orders.lock(orderId);
        var ended = order.end(itemStates(order), clock.instant());
        orders.update(ended);
        events.add(ended, "order." + ended.state().word(), null, orderId, Map.of());
        return ended.state();
    }

    private Map<String, ProductOrderState> itemStates(ProductOrder order) {
        var serviceOrders = provisioning.ofProductOrders(List.of(order.id())).stream()
                .filter(view -> view.replacedBy() == null)
                .collect(Collectors.groupingBy(
                        ServiceOrderView::orderItemId,
                        Collectors.mapping(ServiceOrderView::state, Collectors.toSet())));
        var states = new HashMap<String, ProductOrderState>();
        for (var item : order.wanted()) {
            states.put(item.id(), outcome(serviceOrders.getOrDefault(item.id(), Set.of())));
        }
        return states;
    }

    private static ProductOrderState outcome(Set<String> states) {
        if (states.equals(Set.of("completed"))) {
            return COMPLETED;
        }
        return UNSUCCESSFUL.containsAll(states) ? FAILED : PARTIAL;
    }
}
