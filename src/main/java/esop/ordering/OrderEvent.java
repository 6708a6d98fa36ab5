package esop.ordering;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order's timeline, before it is put into words; published in the transaction that writes it, after the order has changed.
 *
 * @param kind for example {@code order.accepted}
 * @param actor sign-on name, where a person did it
 * @param subject id of what it happened to
 * @param params what the sentence names
 */
public record OrderEvent(
        String orderId, Instant at, String kind, @Nullable String actor, String subject, Map<String, String> params) {}
