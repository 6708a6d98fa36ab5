package esop.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a customer comes for. */
public enum IntakeKind {
    /** Wants to know something, for example about a product. */
    ENQUIRY("enquiry"),
    /** Wants to order. */
    NEW_ORDER("new-order"),
    /** Wants something they have to be changed. */
    CHANGE("change"),
    /** Wants to end something they have (业务撤销). */
    CANCELLATION("cancellation"),
    /** Is not content, and wants that to be known. */
    COMPLAINT("complaint"),
    /** May come to order: to be worked on as an opportunity. */
    OPPORTUNITY("opportunity");

    private final String word;

    IntakeKind(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public static Optional<IntakeKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static IntakeKind of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no kind of an intake: " + word));
    }
}
