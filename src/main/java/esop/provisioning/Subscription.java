package esop.provisioning;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product that a customer has, with the terms it has now.
 *
 * @param id of the subscription order that began it
 * @param crmId the number under which the CRM keeps it; null where a person has entered it there
 * @param orderId the order that changed it last
 * @param changed when that was
 */
public record Subscription(
        String id,
        String customerId,
        String product,
        @Nullable String crmId,
        Instant since,
        Instant changed,
        String orderId,
        Map<String, Object> characteristics) {}
