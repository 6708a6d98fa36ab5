package esop.north;

import esop.ordering.Withdrawal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That another system asked to cancel an order, and what became of it.
 *
 * @param api by which it asked
 * @param client sign-on name of who asked
 * @param state {@code inProgress} while nothing is decided, {@code accepted}, {@code terminatedWithError} where the order goes on, or
 *     {@code done}
 * @param refusal a word for why the order goes on
 */
record Cancellation(
        String id,
        String orderId,
        String city,
        Api api,
        String client,
        Instant asked,
        String reason,
        String state,
        @Nullable String refusal,
        @Nullable Instant ended) {

    static final List<String> STATES = List.of("accepted", "terminatedWithError", "inProgress", "done");

    /** The client's reason, or why the order goes on. */
    String told() {
        return refusal == null ? reason : new Withdrawal.Refused(refusal, List.of()).sentence();
    }
}
