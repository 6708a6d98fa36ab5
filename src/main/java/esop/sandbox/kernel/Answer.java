package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes back over the wire. */
public record Answer(int status, @Nullable JsonNode body, Map<String, String> headers) {

    public static Answer ok(JsonNode body) {
        return new Answer(200, body, Map.of());
    }

    public static Answer created(int status, JsonNode body, String location) {
        return new Answer(status, body, Map.of("Location", location));
    }

    public static Answer noContent() {
        return new Answer(204, null, Map.of());
    }

    public static Answer error(int status, String code, String message) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("code", code);
        body.put("reason", message.length() > 200 ? message.substring(0, 200) : message);
        body.put("message", message);
        body.put("status", Integer.toString(status));
        body.put("@type", "Error");
        return new Answer(status, body, Map.of());
    }

    public Answer withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more);
    }
}
