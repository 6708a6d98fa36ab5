package esop.systems.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TM Forum event: one resource under {@code event}, whatever its name.
 *
 * @param wanted the information it asks for
 */
record TmfEvent(
        JsonNode resource,
        @Nullable String externalId,
        @Nullable String resourceId,
        @Nullable String wanted,
        @Nullable Instant at) {

    private static final String INFORMATION_REQUIRED = "InformationRequiredEvent";

    /** Empty where the body is no event. */
    static Optional<TmfEvent> of(JsonNode body) {
        for (var resource : body.path("event")) {
            if (resource.isObject()) {
                var externalId = text(resource, "externalId").or(() -> text(body, "correlationId"));
                return Optional.of(new TmfEvent(
                        resource,
                        externalId.orElse(null),
                        text(resource, "id").orElse(null),
                        wanted(body).orElse(null),
                        text(body, "eventTime").flatMap(TmfEvent::instant).orElse(null)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wanted(JsonNode body) {
        return text(body, "eventType")
                .filter(type -> type.endsWith(INFORMATION_REQUIRED))
                .flatMap(type -> text(body, "description").or(() -> text(body, "fieldPath")));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(value -> !value.isBlank());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
