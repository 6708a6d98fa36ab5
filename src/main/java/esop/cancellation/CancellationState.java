package esop.cancellation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where a cancellation stands. */
public enum CancellationState {
    /** Taken in; whether the customer is still bound is not known yet. */
    ASSESSING("assessing"),
    /** The customer is still bound, and its manager tries to keep it. */
    RETENTION("retention"),
    /** It leaves: who pays what is being agreed. */
    SETTLEMENT("settlement"),
    /** Something of the penalty is to be waived, and that waits for approval. */
    APPROVAL("approval"),
    /** Its order is under way: what was opened is being taken down. */
    ORDERED("ordered"),
    /** Everything has ended. */
    COMPLETED("completed"),
    /** Some of it has ended, the rest could not be. */
    PARTIAL("partial"),
    /** Nothing of it could be ended. */
    FAILED("failed"),
    /** The customer stays. */
    RETAINED("retained"),
    /** The customer, or the manager for it, has changed its mind. */
    WITHDRAWN("withdrawn");

    private final String word;

    CancellationState(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public boolean isFinal() {
        return ordinal() >= COMPLETED.ordinal();
    }

    /** Until its order is placed the customer may withdraw it at any time. */
    public boolean isOpen() {
        return ordinal() < ORDERED.ordinal();
    }

    public static Optional<CancellationState> named(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    static CancellationState of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no state of a cancellation: " + word));
    }
}
