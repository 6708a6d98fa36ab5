package esop.ordering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where an order stands (TMF622 ProductOrderStateType). */
public enum ProductOrderState {
    /** Accepted and stored; nothing has been asked of anybody yet. */
    ACKNOWLEDGED("acknowledged"),
    /** Found impossible when it was looked at again; nothing was opened. */
    REJECTED("rejected"),
    /** Waits for something outside of it, for example another order. */
    PENDING("pending"),
    /** A step of it has failed and waits for a person or a rule. */
    HELD("held"),
    /** Its service orders are being opened. */
    IN_PROGRESS("inProgress"),
    /** Stopped at the customer's request; what was done has been undone. */
    CANCELLED("cancelled"),
    /** Everything that was ordered is there. */
    COMPLETED("completed"),
    /** Nothing that was ordered is there. */
    FAILED("failed"),
    /** Some of what was ordered is there, and the customer has been told. */
    PARTIAL("partial"),
    /** A withdrawal was asked for and is being judged. */
    ASSESSING_CANCELLATION("assessingCancellation"),
    /** A withdrawal was granted and is being carried out. */
    PENDING_CANCELLATION("pendingCancellation");

    private final String word;

    ProductOrderState(String word) {
        this.word = word;
    }

    /** TM Forum's word for it. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The same of one item: TMF622 knows none that is there in part; not all of it is, so it is not. */
    public String itemWord() {
        return this == PARTIAL ? FAILED.word : word;
    }

    public boolean isFinal() {
        return this == REJECTED || this == CANCELLED || this == COMPLETED || this == FAILED || this == PARTIAL;
    }

    public static Optional<ProductOrderState> named(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    static ProductOrderState of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no state of an order: " + word));
    }
}
