package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as a worker holds it.
 *
 * @param subject what the effect exists on, so that a later change finds it, for example customer and product
 * @param leaseToken proves that the holder still holds it; null where nobody does
 * @param proofAsked somebody waits for a proof and gets one, whatever it says
 * @param undelivered an answer that is stored, but could not be told to its module yet
 * @param age since it was recorded
 */
public record SystemCall(
        Step step,
        String system,
        String operation,
        String city,
        @Nullable String lane,
        @Nullable String subject,
        JsonNode payload,
        CallState state,
        int attempts,
        int proofs,
        @Nullable UUID leaseToken,
        @Nullable String externalId,
        @Nullable String errorClass,
        @Nullable String compensates,
        boolean proofAsked,
        @Nullable JsonNode undelivered,
        Duration age) {

    public String key() {
        return step.key();
    }
}
