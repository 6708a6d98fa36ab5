package esop.ordering.web;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.Rights;
import esop.ordering.OrderContact;
import esop.ordering.Ordering;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom to call about an order, for our own people who take orders; who asks for it is recorded. */
@RestController
class OrderContactController {

    private final Ordering ordering;
    private final CurrentPerson currentPerson;
    private final CurrentRights currentRights;
    private final AuditLog audit;

    OrderContactController(
            Ordering ordering, CurrentPerson currentPerson, CurrentRights currentRights, AuditLog audit) {
        this.ordering = ordering;
        this.currentPerson = currentPerson;
        this.currentRights = currentRights;
        this.audit = audit;
    }

    @PostMapping("/api/orders/{id}/contact")
    @Transactional
    public OrderContact reveal(@PathVariable String id) {
        var order = ordering.find(id).orElseThrow(() -> new UnknownException(Texts.get("ordering.unknown-order", id)));
        if (currentRights.of(currentPerson.get().id()).filter(Rights::client).isPresent()) {
            throw new AccessDeniedException("another system calls nobody");
        }
        var contact = order.entry().contact();
        if (contact == null) {
            throw new UnknownException(Texts.get("ordering.no-contact", id));
        }
        audit.record("order.contact-revealed", "product-order/" + id, order.city(), Map.of());
        return contact;
    }
}
