package esop.customer.web;

import esop.customer.Customers;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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

    CustomerController(Customers customers) {
        this.customers = customers;
    }

    /** {@code q}: fragment of a name, an id, a contact's name or number. */
    @GetMapping
    Page<CustomerRow> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String city,
            Paging paging) {
        return customers.search(q, city, paging).map(CustomerRow::of);
    }

    @GetMapping("/{id}")
    CustomerPage one(@PathVariable String id) {
        return customers
                .find(id)
                .map(CustomerPage::of)
                .orElseThrow(() -> new UnknownException(Texts.get("customer.unknown", id)));
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
