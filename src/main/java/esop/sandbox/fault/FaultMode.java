package esop.sandbox.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways in which a system can be broken. */
public enum FaultMode {
    OK(Reach.NONE),
    /** The answer comes late. */
    DELAY(Reach.ANSWER),
    ERROR500(Reach.INSTEAD),
    /** A clear business no: 422. */
    REFUSE(Reach.INSTEAD_OF_WRITE),
    TIMEOUT_BEFORE(Reach.INSTEAD),
    TIMEOUT_AFTER(Reach.ANSWER),
    /** A web page instead of an answer. */
    GARBAGE(Reach.ANSWER),
    /** Half an answer, then the connection ends. */
    TRUNCATED(Reach.ANSWER),
    /** The connection is reset. */
    RESET(Reach.ANSWER),
    /** Ten megabytes. */
    LARGE(Reach.ANSWER),
    /** A few bytes a second. */
    TRICKLE(Reach.ANSWER),
    DUPLICATE_CALLBACK(Reach.CALLBACK),
    CALLBACK_FIRST(Reach.CALLBACK),
    REORDER_CALLBACKS(Reach.CALLBACK),
    SILENT(Reach.CALLBACK),
    WRONG_STATE(Reach.CALLBACK),
    /** The order is taken, and waits until a person answers it. */
    BY_HAND(Reach.CALLBACK);

    private final Reach reach;

    FaultMode(Reach reach) {
        this.reach = reach;
    }

    /** As in the contract, for example {@code timeout-after}. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Optional<FaultMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(FaultMode::word).toList();
    }

    /** Whether questions suffer too, or only what would change something. */
    boolean strikesReads() {
        return reach == Reach.INSTEAD || reach == Reach.ANSWER;
    }

    /** Whether the effect happens although the mode strikes, unless told otherwise. */
    boolean applies() {
        return reach == Reach.ANSWER || reach == Reach.CALLBACK;
    }

    private enum Reach {
        NONE,
        INSTEAD,
        INSTEAD_OF_WRITE,
        ANSWER,
        CALLBACK
    }
}
