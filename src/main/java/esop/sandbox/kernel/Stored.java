package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record as a system keeps it. */
public record Stored(
        String system,
        String resource,
        String id,
        @Nullable String externalId,
        String state,
        Manner manner,
        ObjectNode body,
        Instant created,
        Instant changed) {

    public Stored bearing(@Nullable String newExternalId) {
        return new Stored(system, resource, id, newExternalId, state, manner, body, created, changed);
    }

    public Stored with(String newState, ObjectNode newBody) {
        return new Stored(system, resource, id, externalId, newState, manner, newBody, created, Instant.now());
    }
}
