package esop.provisioning.web;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.customer.Customers;
import esop.provisioning.Subscription;
import esop.provisioning.Subscriptions;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubscriptionController {

    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Catalog catalog;

    SubscriptionController(Customers customers, Subscriptions subscriptions, Catalog catalog) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
    }

    /**
     * A product that a customer has now.
     *
     * @param id of the subscription order that began it
     * @param crmId the number under which the CRM keeps it
     * @param orderId the order that changed it last
     */
    record Row(
            String id,
            String product,
            String productName,
            String productNameEn,
            @Nullable String crmId,
            Instant since,
            Instant changed,
            String orderId,
            Map<String, Object> characteristics) {}

    /** What a customer subscribes to, newest first. */
    @GetMapping("/api/customers/{id}/subscriptions")
    Page<Row> of(@PathVariable String id, Paging paging) {
        customers.find(id).orElseThrow(() -> new UnknownException(Texts.get("customer.unknown", id)));
        var found = subscriptions.ofCustomer(id, paging);
        return paging.of(found.items().stream().map(this::row).toList(), found.total());
    }

    private Row row(Subscription subscription) {
        var offering = catalog.find(subscription.product());
        return new Row(
                subscription.id(),
                subscription.product(),
                offering.map(ProductOffering::name).orElse(subscription.product()),
                offering.map(ProductOffering::nameEn).orElse(subscription.product()),
                subscription.crmId(),
                subscription.since(),
                subscription.changed(),
                subscription.orderId(),
                subscription.characteristics());
    }
}
