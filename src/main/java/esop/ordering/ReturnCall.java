package esop.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said when called back after completion (回访).
 *
 * @param satisfaction {@code satisfied}, {@code neutral}, {@code dissatisfied} or {@code unreachable}
 */
public record ReturnCall(
        Instant at,
        @Nullable String caller,
        String satisfaction,
        @Nullable String remarks) {}
