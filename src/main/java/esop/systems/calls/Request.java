package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** @param path below the system's address, for example {@code /tmf-api/…/v4/service} */
public record Request(String method, String path, @Nullable JsonNode body) implements Utterance {

    public static Request get(String path) {
        return new Request("GET", path, null);
    }

    public static Request post(String path, JsonNode body) {
        return new Request("POST", path, body);
    }

    public static Request patch(String path, JsonNode body) {
        return new Request("PATCH", path, body);
    }
}
