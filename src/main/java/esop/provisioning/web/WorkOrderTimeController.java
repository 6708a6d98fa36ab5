package esop.provisioning.web;

import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.TimeAccounts;
import esop.workflow.TimeAccounts.Account;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whose time a work order has taken: its unit's against what was expected of it, ours, and what was waited for. */
@RestController
class WorkOrderTimeController {

    private final WorkOrderPages pages;
    private final TimeAccounts accounts;

    WorkOrderTimeController(WorkOrderPages pages, TimeAccounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @GetMapping("/api/work-orders/{id}/time")
    @Transactional(readOnly = true)
    Account time(@PathVariable String id) {
        var order = pages.find(id)
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-work-order", id)));
        return accounts.of(order.orderId(), order.id());
    }
}
