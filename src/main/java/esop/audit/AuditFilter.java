package esop.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which audits a list shows, of those in the data scope.
 *
 * @param states none for all that have begun
 * @param system only those that found a difference there
 */
public record AuditFilter(
        @Nullable String text,
        Set<AuditState> states,
        @Nullable String city,
        @Nullable String product,
        @Nullable String system,
        @Nullable String orderId) {}
