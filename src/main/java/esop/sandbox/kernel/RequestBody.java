package esop.sandbox.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Reads a body as one JSON object, or refuses it. */
@Component
class RequestBody {

    static final int LARGEST = 1024 * 1024;

    private final ObjectMapper json;

    RequestBody(ObjectMapper json) {
        this.json = json;
    }

    /** Empty where the request needs none. */
    ObjectNode of(Arrival arrival) {
        if (arrival.body().length > LARGEST) {
            throw new Refusal(413, "tooLarge", "a body may have one megabyte");
        }
        var verb = arrival.route().verb();
        if (verb != Verb.CREATE && verb != Verb.PATCH) {
            return json.createObjectNode();
        }
        if (arrival.contentType() == null || !arrival.contentType().contains("json")) {
            throw new Refusal(415, "unsupportedMediaType", "the body must be application/json");
        }
        if (parsed(arrival) instanceof ObjectNode object && !object.toString().contains("\\u0000")) {
            return object;
        }
        throw new Refusal(400, "invalidBody", "the body must be one JSON object without NUL characters");
    }

    private Object parsed(Arrival arrival) {
        try {
            return json.readTree(arrival.body());
        } catch (JsonProcessingException broken) {
            throw new Refusal(400, "invalidBody", "the body is not JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
