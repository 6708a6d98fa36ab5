package esop.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 订购类定单: the record that a customer now subscribes to a product with these terms, which the CRM keeps (TMF637, ESOP 6.3.2.1.1.1(2)).
 *
 * @param services the service orders it stands for, as they were decomposed
 * @param state in TMF641's words: {@code acknowledged} until they have ended, {@code inProgress} while the CRM is told, {@code held} while
 *     that is in fallout, {@code completed}, {@code failed}, {@code rejected} where there was nothing to end, {@code cancelled}
 * @param subscription what it begins, changes or ends: the id of the subscription order that began it
 * @param crmId the number under which the CRM keeps it
 * @param registeredWith the service order whose step tells the CRM
 * @param message {@code not-opened}, {@code not-subscribed}, {@code by-hand}, {@code given-up} or {@code taken-back}
 */
public record SubscriptionOrder(
        String id,
        String productOrderId,
        String orderItemId,
        String product,
        String action,
        Map<String, Object> characteristics,
        List<String> services,
        String state,
        @Nullable String subscription,
        @Nullable String crmId,
        @Nullable String registeredWith,
        @Nullable String message,
        Instant created,
        @Nullable Instant completed,
        @Nullable String openFallout) {

    static final String IN_PROGRESS = "inProgress";

    private static final String FAILED = "failed";
    private static final String REJECTED = "rejected";

    /** None of its services is there. */
    SubscriptionOrder notOpened() {
        return with(FAILED, null, null, null, "not-opened");
    }

    /** The customer subscribes to nothing that could be ended. */
    SubscriptionOrder notSubscribed() {
        return with(REJECTED, null, null, null, "not-subscribed");
    }

    /** @param of what it changes or ends, null where it begins one */
    SubscriptionOrder register(String serviceOrderId, @Nullable Subscription of) {
        return with(IN_PROGRESS, of == null ? id : of.id(), of == null ? null : of.crmId(), serviceOrderId, null);
    }

    private SubscriptionOrder with(
            String newState,
            @Nullable String newSubscription,
            @Nullable String newCrmId,
            @Nullable String newRegisteredWith,
            @Nullable String newMessage) {
        return new SubscriptionOrder(
                id,
                productOrderId,
                orderItemId,
                product,
                action,
                characteristics,
                services,
                newState,
                newSubscription,
                newCrmId,
                newRegisteredWith,
                newMessage,
                created,
                completed,
                openFallout);
    }
}
