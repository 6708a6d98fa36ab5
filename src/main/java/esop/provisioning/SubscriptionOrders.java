package esop.provisioning;

import esop.web.Page;
import esop.web.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SubscriptionOrders implements Subscriptions {

    private static final Set<String> THERE = Set.of("completed", "partial");

    private final SubscriptionOrderRepository repository;
    private final SubscriptionRepository subscriptions;
    private final ServiceOrders serviceOrders;
    private final Telling telling;

    SubscriptionOrders(
            SubscriptionOrderRepository repository,
            SubscriptionRepository subscriptions,
            ServiceOrders serviceOrders,
            Telling telling) {
        this.repository = repository;
        this.subscriptions = subscriptions;
        this.serviceOrders = serviceOrders;
        this.telling = telling;
    }

    @Override
    @Transactional
    public void create(List<NewSubscriptionOrder> orders) {
        if (!orders.isEmpty()) {
            repository.add(orders);
        }
    }

    @Override
    @Transactional
    public void cancel(String productOrderId, String orderItemId) {
        repository.cancel(productOrderId, orderItemId);
    }

    @Override
    @Transactional
    public Optional<String> ready(String productOrderId, List<ServiceOrderView> all) {
        var waiting = repository.in(productOrderId, "acknowledged");
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var there = waiting.stream()
                .collect(Collectors.toMap(SubscriptionOrder::id, order -> there(order.services(), all)));
        var anchor = there.values().stream()
                .flatMap(List::stream)
                .min(String::compareTo)
                .orElse(null);
        var held = held(waiting, anchor);
        var settled = waiting.stream()
                .map(order -> there.get(order.id()).isEmpty() ? order.notOpened() : settled(order, anchor, held))
                .toList();
        repository.save(settled);
        return settled.stream()
                .filter(order -> order.state().equals(SubscriptionOrder.IN_PROGRESS))
                .map(SubscriptionOrder::id)
                .findFirst();
    }

    /** Of what it changes or ends, the one that was named, else the newest; what was changed but never registered is registered as it is now. */
    private SubscriptionOrder settled(SubscriptionOrder order, String anchor, List<Subscription> held) {
        if (order.action().equals("add")) {
            return order.register(anchor, null);
        }
        var known = held.stream()
                .filter(subscription -> order.subscription() == null
                        ? subscription.product().equals(order.product())
                        : subscription.id().equals(order.subscription()))
                .findFirst();
        known.ifPresent(held::remove);
        if (known.isEmpty()) {
            telling.tell(
                    "subscription.unknown",
                    order.productOrderId(),
                    order.id(),
                    "product",
                    order.product(),
                    "state",
                    order.action());
        }
        return known.isEmpty() && order.action().equals("delete")
                ? order.notSubscribed()
                : order.register(anchor, known.orElse(null));
    }

    /** What the customer has of the products to be changed or ended. */
    private List<Subscription> held(List<SubscriptionOrder> orders, @Nullable String anchor) {
        var products = orders.stream()
                .filter(order -> !order.action().equals("add"))
                .map(SubscriptionOrder::product)
                .collect(Collectors.toSet());
        return products.isEmpty() || anchor == null
                ? List.of()
                : new ArrayList<>(
                        subscriptions.changeable(serviceOrders.facts(anchor).customerId(), products));
    }

    /** Those that were opened, though only in part, where it was decided so; one that was opened anew counts as what replaced it. */
    private static List<String> there(List<String> services, List<ServiceOrderView> all) {
        return services.stream()
                .flatMap(id -> current(id, all).stream())
                .filter(view -> THERE.contains(view.state()))
                .map(ServiceOrderView::id)
                .toList();
    }

    private static Optional<ServiceOrderView> current(String id, List<ServiceOrderView> all) {
        return all.stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .flatMap(view -> view.replacedBy() == null ? Optional.of(view) : current(view.replacedBy(), all));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SubscriptionOrder> ofProductOrder(String productOrderId) {
        return repository.ofProductOrder(productOrderId);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Subscription> ofCustomer(String customerId, Paging paging) {
        return subscriptions.of(customerId, paging);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Subscription> find(Collection<String> subscriptionIds) {
        return subscriptionIds.isEmpty() ? List.of() : subscriptions.find(subscriptionIds);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> orders(String subscriptionId) {
        return subscriptions.orders(subscriptionId);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> changing(Collection<String> subscriptionIds) {
        return subscriptionIds.isEmpty() ? Set.of() : subscriptions.changing(subscriptionIds);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Integer> held(String customerId, Collection<String> products) {
        return products.isEmpty() ? Map.of() : subscriptions.held(customerId, products);
    }
}
