package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.ErrorClass;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell about a step.
 *
 * @param at when the system says it happened, or null
 * @param givenUp our own conclusion and not the system's word
 * @param asked somebody asked for it and is told even what is known already
 */
public record Report(
        State state,
        @Nullable ErrorClass errorClass,
        @Nullable String message,
        @Nullable JsonNode body,
        Source source,
        @Nullable Instant at,
        boolean givenUp,
        boolean asked) {

    public static Report said(Reading reading, JsonNode body, Source source, @Nullable Instant at, boolean asked) {
        return new Report(reading.state(), reading.errorClass(), reading.message(), body, source, at, false, asked);
    }

    static Report concluded(
            State state, ErrorClass errorClass, @Nullable String message, Source source, boolean asked) {
        return new Report(state, errorClass, message, null, source, null, true, asked);
    }
}
