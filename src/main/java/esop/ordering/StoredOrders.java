package esop.ordering;

import esop.identity.Person;
import esop.provisioning.ServiceOrderView;
import esop.web.FieldError;
import esop.web.Page;
import esop.web.Paging;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders in our own tables. */
@Service
@Transactional(readOnly = true)
class StoredOrders implements Ordering {

    private final OrderCheck check;
    private final SubscriptionCheck subscriptions;
    private final OrderIntake intake;
    private final OrderAmendments amendments;
    private final ItemCorrections itemCorrections;
    private final Withdrawals withdrawals;
    private final ItemAmendments items;
    private final ProductOrderRepository orders;
    private final OrderEvents events;
    private final ReturnCallRepository returnCalls;
    private final Clock clock;

    StoredOrders(
            OrderCheck check,
            SubscriptionCheck subscriptions,
            OrderIntake intake,
            OrderAmendments amendments,
            ItemCorrections itemCorrections,
            Withdrawals withdrawals,
            ItemAmendments items,
            ProductOrderRepository orders,
            OrderEvents events,
            ReturnCallRepository returnCalls,
            Clock clock) {
        this.check = check;
        this.subscriptions = subscriptions;
        this.intake = intake;
        this.amendments = amendments;
        this.itemCorrections = itemCorrections;
        this.withdrawals = withdrawals;
        this.items = items;
        this.orders = orders;
        this.events = events;
        this.returnCalls = returnCalls;
        this.clock = clock;
    }

    @Override
    public List<FieldError> check(NewOrder order) {
        return check.check(order);
    }

    @Override
    public List<FieldError> warnings(NewOrder order) {
        return subscriptions.warnings(order);
    }

    @Override
    @Transactional
    public ProductOrder place(NewOrder order) {
        return intake.place(order);
    }

    @Override
    @Transactional
    public ProductOrder place(NewOrder order, Person receiver) {
        return intake.place(order, receiver);
    }

    @Override
    @Transactional
    public ProductOrder amend(String orderId, Amendment amendment) {
        return amendments.amend(orderId, amendment);
    }

    @Override
    @Transactional
    public ProductOrder correct(String orderId, List<Correction> corrections) {
        return itemCorrections.correct(orderId, corrections);
    }

    @Override
    public Set<String> changeableItems(ProductOrder order, List<ServiceOrderView> serviceOrders) {
        return items.changeable(order, serviceOrders);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Withdrawal withdraw(String orderId, String reason) {
        return withdrawals.withdraw(orderId, reason);
    }

    @Override
    public Optional<Withdrawal.Refused> withdrawalRefusal(ProductOrder order) {
        return withdrawals.foreseen(order);
    }

    @Override
    public Optional<ProductOrder> find(String orderId) {
        return orders.find(orderId);
    }

    @Override
    public Page<ProductOrder> list(OrderFilter filter, Paging paging) {
        return orders.list(filter, clock.instant(), paging);
    }

    @Override
    public void each(OrderFilter filter, Consumer<ProductOrder> reader) {
        orders.each(filter, clock.instant(), reader);
    }

    @Override
    public List<OrderEvent> events(String orderId) {
        return events.of(orderId);
    }

    @Override
    public Optional<ReturnCall> returnCall(String orderId) {
        return returnCalls.find(orderId);
    }
}
