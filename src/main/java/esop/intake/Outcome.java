package esop.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What came of an intake that was handled. */
public enum Outcome {
    /** The customer has an answer. */
    ANSWERED("answered"),
    /** There is an order. */
    ORDERED("ordered"),
    /** There is an opportunity. */
    OPPORTUNITY("opportunity"),
    /** It is written down, and nothing more is to be done. */
    NOTED("noted"),
    /** It cannot be done; the result says why. */
    IMPOSSIBLE("impossible");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    static Optional<Outcome> named(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word.equals(word))
                .findFirst();
    }

    static Outcome of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no outcome of an intake: " + word));
    }
}
