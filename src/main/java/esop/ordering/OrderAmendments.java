package esop.ordering;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the wishes of an order nobody has begun to work on. */
@Service
class OrderAmendments {

    private final ProductOrderRepository orders;
    private final OrderCheck check;
    private final OrderEvents events;
    private final OrderProcess process;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final Clock clock;

    OrderAmendments(
            ProductOrderRepository orders,
            OrderCheck check,
            OrderEvents events,
            OrderProcess process,
            CurrentPerson currentPerson,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.check = check;
        this.events = events;
        this.process = process;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ProductOrder amend(String orderId, Amendment amendment) {
        if (orders.find(orderId).isEmpty()) {
            throw new UnknownException(Texts.get("ordering.unknown-order", orderId));
        }
        var order = orders.lock(orderId);
        if (order.state() != ProductOrderState.ACKNOWLEDGED) {
            throw new ConflictException(Texts.get("ordering.already-begun", orderId));
        }
        var errors = check.checkAmendment(amendment);
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("ordering.invalid"), errors);
        }
        var amended = order.amend(entry(order.entry(), amendment));
        orders.amend(amended);
        process.amended(amended);
        events.add(amended, "order.amended", currentPerson.get().id(), orderId, Map.of());
        audit.record("order.amend", "product-order/" + orderId, order.city(), Map.of());
        return orders.find(orderId).orElseThrow();
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
                amendment.note() == null ? entry.note() : amendment.note());
    }
}
