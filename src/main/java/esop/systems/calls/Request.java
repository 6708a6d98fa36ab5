package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param path below the system's address, for example {@code /tmf-api/…/v4/service}
 * @param needsAnswer whether a 2xx without JSON counts as no answer
 */
public record Request(
        String method, String path, @Nullable JsonNode body, Map<String, String> headers, boolean needsAnswer)
        implements Utterance {

    private Request(String method, String path, @Nullable JsonNode body) {
        this(method, path, body, Map.of(), true);
    }

    public static Request get(String path) {
        return new Request("GET", path, null);
    }

    public static Request post(String path, JsonNode body) {
        return new Request("POST", path, body);
    }

    public static Request patch(String path, JsonNode body) {
        return new Request("PATCH", path, body);
    }

    /** Something to take note of, at the system's address itself; nothing needs to be said to it. */
    public static Request notice(JsonNode body, Map<String, String> headers) {
        return new Request("POST", "", body, headers, false);
    }

    /** As a body goes out. */
    public static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
