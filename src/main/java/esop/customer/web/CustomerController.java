package esop.customer.web;

import esop.customer.Customer;
import esop.customer.Customers;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.Rights;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customers")
class CustomerController {

    private final Customers customers;
    private final CurrentPerson currentPerson;
    private final CurrentRights currentRights;
    private final AuditLog audit;

    CustomerController(Customers customers, CurrentPerson currentPerson, CurrentRights currentRights, AuditLog audit) {
        this.customers = customers;
        this.currentPerson = currentPerson;
        this.currentRights = currentRights;
        this.audit = audit;
    }

    /** {@code q}: fragment of a name, an id or a contact's name, or a contact's whole number. */
    @GetMapping
    Page<CustomerRow> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String city,
            Paging paging) {
        return customers.search(q, city, paging).map(CustomerRow::of);
    }

    @GetMapping("/{id}")
    CustomerPage one(@PathVariable String id) {
        return CustomerPage.of(known(id));
    }

    /** Whom to call there, for our own people who take orders; who asks for it is recorded. */
    @PostMapping("/{id}/contacts")
    @Transactional
    public List<Customer.Contact> reveal(@PathVariable String id) {
        var customer = known(id);
        if (currentRights.of(currentPerson.get().id()).filter(Rights::client).isPresent()) {
            throw new AccessDeniedException("another system calls nobody");
        }
        audit.record("customer.contacts-revealed", "customer/" + id, customer.city(), Map.of());
        return customer.contacts();
    }

    private Customer known(String id) {
        return customers.find(id).orElseThrow(() -> new UnknownException(Texts.get("customer.unknown", id)));
    }

    /** How old the copy of the CRM's customers is. */
    @GetMapping("/refresh")
    Customers.Copy copy() {
        return customers.copy();
    }

    @PostMapping("/refresh")
    ResponseEntity<Customers.Copy> refresh() {
        customers.refresh();
        return ResponseEntity.accepted().body(customers.copy());
    }
}
