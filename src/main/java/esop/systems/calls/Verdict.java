package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.ErrorClass;
import esop.systems.StepAnswered.State;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a call after one exchange.
 *
 * @param again when the dispatcher looks at it next, or null for never
 * @param attempts how many attempts it has used up
 * @param proofs how many times in a row the system did not answer when asked for proof
 */
record Verdict(
        CallState state,
        @Nullable Duration again,
        int attempts,
        int proofs,
        boolean doubtful,
        boolean proofAsked,
        @Nullable ErrorClass errorClass,
        @Nullable String message,
        @Nullable String externalId,
        @Nullable JsonNode answer,
        @Nullable Report report) {

    /** What the system's word about its resource makes of the call. */
    static CallState stateAfter(State state) {
        return switch (state) {
            case FAILED, REJECTED -> CallState.DEAD;
            case CANCELLED -> CallState.CANCELLED;
            default -> CallState.DONE;
        };
    }

    static Verdict of(SystemCall call, CallState state) {
        return new Verdict(
                state,
                null,
                call.attempts(),
                0,
                state == CallState.UNKNOWN,
                call.proofAsked(),
                null,
                null,
                null,
                null,
                null);
    }

    Verdict again(Duration pause) {
        return new Verdict(
                state, pause, attempts, proofs, doubtful, proofAsked, errorClass, message, externalId, answer, report);
    }

    Verdict attempts(int number) {
        return new Verdict(
                state, again, number, proofs, doubtful, proofAsked, errorClass, message, externalId, answer, report);
    }

    Verdict proofs(int number) {
        return new Verdict(
                state, again, attempts, number, doubtful, proofAsked, errorClass, message, externalId, answer, report);
    }

    Verdict mayHaveArrived() {
        return new Verdict(
                state, again, attempts, proofs, true, proofAsked, errorClass, message, externalId, answer, report);
    }

    Verdict because(@Nullable ErrorClass why, @Nullable String words) {
        return new Verdict(
                state, again, attempts, proofs, doubtful, proofAsked, why, words, externalId, answer, report);
    }

    /** Whoever waits for a proof is served by this. */
    Verdict telling(Report news) {
        return new Verdict(
                state, again, attempts, proofs, doubtful, false, errorClass, message, externalId, answer, news);
    }

    Verdict answer(@Nullable String id, @Nullable JsonNode body) {
        return new Verdict(state, again, attempts, proofs, doubtful, proofAsked, errorClass, message, id, body, report);
    }
}
