package esop.ordering;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.provisioning.Provisioning;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the wishes of an order nobody has begun to work on, and the items of one under way. */
@Service
class OrderAmendments {

    private final ProductOrderRepository orders;
    private final OrderCheck check;
    private final OrderEvents events;
    private final OrderProcess process;
    private final OrderNews news;
    private final ItemAmendments items;
    private final Provisioning provisioning;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final Clock clock;

    OrderAmendments(
            ProductOrderRepository orders,
            OrderCheck check,
            OrderEvents events,
            OrderProcess process,
            OrderNews news,
            ItemAmendments items,
            Provisioning provisioning,
            CurrentPerson currentPerson,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.check = check;
        this.events = events;
        this.process = process;
        this.news = news;
        this.items = items;
        this.provisioning = provisioning;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ProductOrder amend(String orderId, Amendment amendment) {
        if (orders.find(orderId).isEmpty()) {
            throw new UnknownException(Texts.get("ordering.unknown-order", orderId));
        }
        provisioning.lock(orderId);
        var order = orders.lock(orderId);
        if (!order.isUnderWay()) {
            throw new ConflictException(Texts.get("ordering.ended", orderId));
        }
        if (amendment.changesWishes()) {
            order = amendWishes(order, amendment);
        }
        if (amendment.items() != null && !amendment.items().isEmpty()) {
            order = amendItems(order, amendment.items());
        }
        audit.record("order.amend", "product-order/" + orderId, order.city(), Map.of());
        return orders.find(orderId).orElseThrow();
    }

    private ProductOrder amendWishes(ProductOrder order, Amendment amendment) {
        if (order.state() != ProductOrderState.ACKNOWLEDGED) {
            throw new ConflictException(Texts.get("ordering.already-begun", order.id()));
        }
        var errors = check.checkAmendment(amendment);
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("ordering.invalid"), errors);
        }
        var amended = order.amend(entry(order.entry(), amendment));
        orders.amend(amended);
        process.amended(amended);
        events.add(amended, "order.amended", currentPerson.get().id(), order.id(), Map.of());
        news.tellCrmOfAmendment(order.id());
        return orders.lock(order.id());
    }

    private ProductOrder amendItems(ProductOrder order, List<Amendment.ItemChange> changes) {
        var amended = items.apply(order, changes);
        for (var change : changes) {
            events.add(
                    amended,
                    "order.item." + change.change(),
                    currentPerson.get().id(),
                    order.id(),
                    Map.of("product", product(amended, change)));
        }
        news.tellCrmOfAmendment(order.id());
        return amended;
    }

    /** The words of the catalogue are found by the id when the line is read. */
    private static String product(ProductOrder order, Amendment.ItemChange change) {
        return order.items().stream()
                .filter(item -> item.id().equals(change.itemId()))
                .findFirst()
                .map(ProductOrder.Item::offeringId)
                .orElseGet(() -> change.item().offeringId());
    }

    private ProductOrder.Entry entry(ProductOrder.Entry entry, Amendment amendment) {
        var wished = amendment.requestedDate();
        var date = wished == null || wished.isBlank() ? null : LocalDate.parse(wished);
        return new ProductOrder.Entry(
                entry.city(),
                entry.category(),
                entry.template(),
                amendment.priority() == null ? entry.priority() : amendment.priority(),
                entry.customerId(),
                entry.customerName(),
                entry.customerLevel(),
                entry.contactId(),
                entry.receiver(),
                entry.receiverName(),
                entry.created(),
                date == null ? entry.requestedDate() : date,
                date == null ? entry.due() : OrderIntake.endOf(date, clock.instant()),
                amendment.note() == null ? entry.note() : amendment.note(),
                entry.contact());
    }
}
