package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded.
 *
 * @param lane calls of one lane go out in the order of their recording
 * @param subject what the effect exists on, so that a later change finds it
 * @param compensates key of the call whose effect this one takes back
 */
public record NewCall(
        Step step,
        String system,
        String operation,
        String city,
        @Nullable String lane,
        @Nullable String subject,
        @Nullable String compensates,
        JsonNode payload) {

    public static NewCall of(Step step, String system, String operation, String city, JsonNode payload) {
        return new NewCall(step, system, operation, city, null, null, null, payload);
    }

    public NewCall inLane(@Nullable String value) {
        return new NewCall(step, system, operation, city, value, subject, compensates, payload);
    }

    public NewCall about(String value) {
        return new NewCall(step, system, operation, city, lane, value, compensates, payload);
    }

    public NewCall compensating(String key) {
        return new NewCall(step, system, operation, city, lane, subject, key, payload);
    }
}
