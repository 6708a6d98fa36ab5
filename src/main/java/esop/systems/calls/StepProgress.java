package esop.systems.calls;

import esop.systems.StepAnswered.State;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a step and where it may go: never backwards, and never on from the end, except that the system's word
 * replaces what we had concluded from its silence.
 */
record StepProgress(@Nullable State state, @Nullable Instant at, boolean givenUp) {

    enum Move {
        /** News. */
        FORWARD,
        /** Known already. */
        SAME,
        /** Older than what is known. */
        BACKWARDS,
        /** Something else is known, finally. */
        ENDED
    }

    /** What is known when this report has been taken in: the same as before, where it is no news. */
    StepProgress after(Report report) {
        return to(report.state(), report.at()) == Move.FORWARD
                ? new StepProgress(report.state(), report.at(), report.givenUp())
                : this;
    }

    Move to(State next, @Nullable Instant when) {
        if (state == null) {
            return Move.FORWARD;
        }
        if (state == next) {
            return Move.SAME;
        }
        if (state.isFinal()) {
            return givenUp ? Move.FORWARD : Move.ENDED;
        }
        if (next.isFinal() || rank(next) > rank(state)) {
            return Move.FORWARD;
        }
        var resumed = state == State.HELD && next == State.IN_PROGRESS;
        var older = when != null && at != null && when.isBefore(at);
        return resumed && !older ? Move.FORWARD : Move.BACKWARDS;
    }

    private static int rank(State state) {
        return switch (state) {
            case ACKNOWLEDGED -> 1;
            case IN_PROGRESS -> 2;
            case HELD -> 3;
            default -> 4;
        };
    }

    @Nullable
    String stateName() {
        return state == null ? null : state.name();
    }

    @Nullable
    Timestamp timestamp() {
        return at == null ? null : Timestamp.from(at);
    }
}
