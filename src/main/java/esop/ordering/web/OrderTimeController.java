package esop.ordering.web;

import esop.ordering.Ordering;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.TimeAccounts;
import esop.workflow.TimeAccounts.Account;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whose time an order has taken: ours, the network's, a partner's, the customer's. */
@RestController
class OrderTimeController {

    private final Ordering ordering;
    private final TimeAccounts accounts;

    OrderTimeController(Ordering ordering, TimeAccounts accounts) {
        this.ordering = ordering;
        this.accounts = accounts;
    }

    @GetMapping("/api/orders/{id}/time")
    Account time(@PathVariable String id) {
        var order = ordering.find(id).orElseThrow(() -> new UnknownException(Texts.get("ordering.unknown-order", id)));
        return accounts.of(order.id());
    }
}
