package esop.systems;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A backing system has said something about a step. Published synchronously, in the transaction that records the answer, at
 * most once per (step, state).
 *
 * @param state what is known now
 * @param errorClass for {@code FAILED}, {@code REJECTED}, {@code UNREACHABLE}, {@code UNKNOWN}: the class that resend_policy and fallout-policy speak of, for example
 *     {@code http-500}, {@code timeout}, {@code refused}, {@code garbage}
 * @param message the system's own words, if any
 * @param body what it sent
 */
public record StepAnswered(
        Step step,
        String system,
        String city,
        State state,
        @Nullable String errorClass,
        @Nullable String message,
        JsonNode body,
        Source source) {

    public enum State {
        /** Received and being looked at. */
        ACKNOWLEDGED,
        /** Being worked on. */
        IN_PROGRESS,
        /** Waiting at the system's side, for information or a customer. */
        HELD,
        /** Done: the effect exists. */
        COMPLETED,
        /** Tried and not done: no effect. */
        FAILED,
        /** Refused: the system will not do it. */
        REJECTED,
        /** Stopped at our request. */
        CANCELLED,
        /** All attempts used up without an answer; whether it arrived is not known. */
        UNREACHABLE,
        /** Asked for proof and the system has never heard of it. */
        UNKNOWN;

        public boolean isFinal() {
            return this != ACKNOWLEDGED && this != IN_PROGRESS && this != HELD;
        }
    }

    public enum Source {
        /** The answer to our own call. */
        RESPONSE,
        /** A signed callback. */
        CALLBACK,
        /** We asked, because we had heard nothing. */
        PROOF
    }
}
