package esop.sandbox.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A switch that is on.
 *
 * @param operation for example {@code resourceOrder.create} or {@code resourceOrder}; null for everything the system offers
 * @param times how many more requests it strikes; null for ever
 * @param probability of striking a request it could strike, 0 to 1
 * @param containing strikes only requests with this text in their body, for example a customer's id; null for all
 * @param apply whether the effect happens all the same; null for what is usual of the mode
 */
public record Fault(
        String system,
        @Nullable String operation,
        FaultMode mode,
        @Nullable Integer times,
        int delayMs,
        double probability,
        @Nullable String containing,
        @Nullable Boolean apply) {

    private static final Duration LONGEST_HOLD = Duration.ofSeconds(60);
    private static final Duration USUAL_DELAY = Duration.ofSeconds(3);

    public boolean applies() {
        return apply == null ? mode.applies() : apply;
    }

    Duration delay() {
        return delayMs == 0 ? USUAL_DELAY : Duration.ofMillis(delayMs);
    }

    /** How long a request without an answer is held. */
    Duration hold() {
        return delayMs == 0 ? LONGEST_HOLD : Duration.ofMillis(Math.min(delayMs, LONGEST_HOLD.toMillis()));
    }
}
