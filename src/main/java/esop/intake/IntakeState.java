package esop.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What has become of an intake. */
public enum IntakeState {
    /** With the channel the customer spoke to, which does it or decides who does. */
    AT_CONTACT("atContact"),
    /** 预受理: entered, and to be done by another channel. */
    PRE_ACCEPTED("preAccepted"),
    /** Done, or found impossible, with what came of it. */
    HANDLED("handled"),
    /** The customer does not want it any more. */
    WITHDRAWN("withdrawn");

    private final String word;

    IntakeState(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public boolean isFinal() {
        return this == HANDLED || this == WITHDRAWN;
    }

    public static Optional<IntakeState> named(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    static IntakeState of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no state of an intake: " + word));
    }
}
