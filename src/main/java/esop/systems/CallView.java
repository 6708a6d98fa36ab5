package esop.systems;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call as people see it: what was asked, what was answered, how often it was tried. */
public record CallView(
        String key,
        String aggregate,
        String step,
        int generation,
        String system,
        String operation,
        String state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String errorClass,
        @Nullable String message,
        @Nullable String externalId,
        JsonNode request,
        @Nullable JsonNode answer,
        Instant created,
        @Nullable Instant answered) {}
