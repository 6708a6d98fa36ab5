package esop.opportunity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What has become of an opportunity. */
public enum OpportunityState {
    /** Entered; nobody works on it yet. */
    NEW("new"),
    /** At one of the stages. */
    IN_PROGRESS("inProgress"),
    /** Became an order. */
    CONVERTED("converted"),
    /** Given up, with a reason. */
    TERMINATED("terminated");

    private final String word;

    OpportunityState(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public boolean isFinal() {
        return this == CONVERTED || this == TERMINATED;
    }

    public static Optional<OpportunityState> named(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    static OpportunityState of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no state of an opportunity: " + word));
    }
}
