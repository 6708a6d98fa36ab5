package esop.cancellation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cancellations a list shows, of those in the data scope.
 *
 * @param person only those this person entered or looks after; null for everybody's
 */
public record CancellationFilter(
        @Nullable String text,
        Set<CancellationState> states,
        @Nullable String city,
        @Nullable String product,
        @Nullable String customerId,
        @Nullable String orderId,
        @Nullable String person) {}
