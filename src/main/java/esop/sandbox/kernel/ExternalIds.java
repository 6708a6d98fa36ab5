package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The asker's own id in a body: {@code externalId}, or where an API has no such field, the usual places for one. */
final class ExternalIds {

    private static final List<String> CHARACTERISTICS =
            List.of("serviceCharacteristic", "characteristic", "resourceCharacteristic");

    private ExternalIds() {}

    static @Nullable String in(JsonNode body) {
        if (body.path("externalId").isTextual()) {
            return body.path("externalId").asText();
        }
        var reference = body.path("externalReference").path(0);
        if (reference.hasNonNull("id") || reference.hasNonNull("name")) {
            return reference.path("id").asText(reference.path("name").asText());
        }
        for (var list : CHARACTERISTICS) {
            for (var characteristic : body.path(list)) {
                if (characteristic.path("name").asText().equals("externalId")) {
                    return characteristic.path("value").asText();
                }
            }
        }
        return null;
    }
}
