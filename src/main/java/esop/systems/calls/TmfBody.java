package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The parts that TM Forum's bodies have in common. Where a resource has no {@code externalId}, it is our extension of it. */
@Component
public class TmfBody {

    private final ObjectMapper json;

    TmfBody(ObjectMapper json) {
        this.json = json;
    }

    public ObjectNode of(String type, Step step) {
        return json.createObjectNode().put("@type", type).put("externalId", step.key());
    }

    /** Of a change, which leaves the resource the external id it has. */
    ObjectNode of(String type) {
        return json.createObjectNode().put("@type", type);
    }

    /** Which work order of ours an order stems from. */
    public ArrayNode workOrder(String id) {
        var list = json.createArrayNode();
        list.addObject().put("id", id).put("name", id).put("externalReferenceType", "workOrder");
        return list;
    }

    public ArrayNode characteristics(Map<String, ?> values) {
        var list = json.createArrayNode();
        values.forEach((name, value) -> {
            var characteristic = list.addObject().put("name", name).put("valueType", valueType(value));
            characteristic.set("value", json.valueToTree(value));
        });
        return list;
    }

    public ArrayNode customer(String id) {
        var list = json.createArrayNode();
        list.addObject().put("id", id).put("role", "customer").put("@referredType", "Customer");
        return list;
    }

    public ObjectNode place(String city) {
        return json.createObjectNode()
                .put("id", city)
                .put("role", "installationCity")
                .put("@type", "GeographicPlace");
    }

    /** The question for the one resource with this external id. */
    public static Request byExternalId(String resourcePath, Step step) {
        return Request.get(resourcePath + "?externalId=" + URLEncoder.encode(step.key(), StandardCharsets.UTF_8));
    }

    /** Whether the resource names the call, or is known to be what the call made though a later one has left its own name on it. */
    public static boolean bears(JsonNode resource, SystemCall call) {
        return bears(resource, call.step())
                || call.externalId() != null
                        && call.externalId().equals(resource.path("id").asText());
    }

    public static boolean bears(JsonNode resource, Step step) {
        return resource.path("externalId").asText().equals(step.key());
    }

    public static Optional<String> text(JsonNode resource, String field) {
        return Optional.of(resource.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** The system's own words: its last note that is not ours. */
    public static Optional<String> note(JsonNode resource) {
        var words = Optional.<String>empty();
        for (var note : resource.path("note")) {
            words = Urge.isOurs(note) ? words : text(note, "text");
        }
        return words;
    }

    private static String valueType(Object value) {
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Integer || value instanceof Long) {
            return "integer";
        }
        return value instanceof Number ? "number" : "string";
    }
}
