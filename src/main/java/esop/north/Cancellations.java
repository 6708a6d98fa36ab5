package esop.north;

import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.Withdrawal;
import esop.web.InvalidException;
import esop.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Withdrawals as TM Forum's APIs speak of them: a task that is {@code accepted}, or {@code terminatedWithError} with the reason. */
@Component
class Cancellations {

    private final Ordering ordering;

    Cancellations(Ordering ordering) {
        this.ordering = ordering;
    }

    /** @param reason the client's, or why the order goes on */
    record Cancellation(ProductOrder order, String state, String reason) {}

    Cancellation cancel(ProductOrder order, @Nullable String given) {
        var reason = reason(given);
        return ordering.withdraw(order.id(), reason) instanceof Withdrawal.Refused refused
                ? new Cancellation(order, "terminatedWithError", refused.sentence())
                : new Cancellation(order, "accepted", reason);
    }

    private static String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Texts.get("north.withdrawn-by-client");
        }
        if (given.strip().length() > Withdrawal.LONGEST_REASON) {
            throw new InvalidException(
                    "cancellationReason", Texts.get("ordering.withdrawal.reason", Withdrawal.LONGEST_REASON));
        }
        return given.strip();
    }
}
