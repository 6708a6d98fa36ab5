package esop.systems.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.CallView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call with every request that went out for it and every callback that came. */
record CallDetail(@JsonUnwrapped CallView call, List<Attempt> log, List<Callback> callbacks) {

    /** @param kind {@code SEND} or {@code PROOF} */
    record Attempt(
            String kind,
            Instant at,
            String outcome,
            @Nullable Integer status,
            int millis,
            @Nullable String answer) {}

    record Callback(
            String messageId,
            Instant received,
            String state,
            @Nullable String reason,
            JsonNode body) {}
}
