package esop.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of an order with what other systems say of it.
 *
 * @param askedBy who wanted it by hand, null where the clock did
 * @param round how often the systems were asked
 * @param differences all that were found, {@code open} of them neither repaired nor accepted
 */
public record OrderAudit(
        String id,
        String orderId,
        String city,
        String customerId,
        String customerName,
        String customerLevel,
        List<String> products,
        @Nullable String askedBy,
        AuditState state,
        Instant due,
        Instant created,
        int round,
        @Nullable Instant compared,
        @Nullable Instant ended,
        @Nullable String instanceId,
        int differences,
        int open) {}
