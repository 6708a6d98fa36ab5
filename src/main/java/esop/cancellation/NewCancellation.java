package esop.cancellation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation as somebody enters it; nothing about it has been checked.
 *
 * @param subscriptionIds which of the customer's subscriptions are to end
 * @param day {@code yyyy-MM-dd}, from which on they are not wanted; today where nothing is said
 */
public record NewCancellation(
        @Nullable String customerId,
        @Nullable List<@Nullable String> subscriptionIds,
        @Nullable String day,
        @Nullable String reason) {}
