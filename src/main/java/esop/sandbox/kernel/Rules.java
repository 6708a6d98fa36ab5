package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What TM Forum demands of a request: mandatory fields, types, enumerations. The files under {@code sandbox/rules} name per type
 * its fields; {@code !} marks a mandatory one, {@code []} a list, {@code [1..]} a list that is not empty.
 */
@Component
class Rules {

    private static final int ENOUGH = 20;

    private final ObjectMapper json;
    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();

    Rules(ObjectMapper json) {
        this.json = json;
    }

    /** Refuses with 400 and every violation in words. */
    void check(String file, String type, JsonNode body) {
        var violations = new ArrayList<String>();
        checkType(types(file), type, "", body, violations);
        if (!violations.isEmpty()) {
            throw new Refusal(400, "invalidBody", String.join("; ", violations));
        }
    }

    private JsonNode types(String file) {
        return files.computeIfAbsent(file, name -> {
            try (var stream = new ClassPathResource("sandbox/rules/" + name + ".json").getInputStream()) {
                return json.readTree(stream).path("types");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void checkType(JsonNode types, String type, String at, JsonNode value, List<String> violations) {
        if (violations.size() >= ENOUGH || value.isNull()) {
            return;
        }
        if (type.endsWith("]")) {
            checkList(types, type, at, value, violations);
            return;
        }
        var rule = types.path(type);
        if (rule.isArray()) {
            checkEnumeration(rule, at, value, violations);
        } else if (rule.isObject()) {
            checkObject(types, rule, at, value, violations);
        } else if (!isPlain(type, value)) {
            violations.add(name(at) + " must be " + words(type));
        }
    }

    private void checkList(JsonNode types, String type, String at, JsonNode value, List<String> violations) {
        if (!value.isArray()) {
            violations.add(name(at) + " must be a list");
        } else if (type.endsWith("[1..]") && value.isEmpty()) {
            violations.add(name(at) + " must not be empty");
        } else {
            var element = type.substring(0, type.indexOf('['));
            for (int i = 0; i < value.size() && violations.size() < ENOUGH; i++) {
                checkType(types, element, at + "[" + i + "]", value.get(i), violations);
            }
        }
    }

    private static void checkEnumeration(JsonNode rule, String at, JsonNode value, List<String> violations) {
        for (var allowed : rule) {
            if (allowed.equals(value)) {
                return;
            }
        }
        violations.add(name(at) + " must be one of " + rule);
    }

    private void checkObject(JsonNode types, JsonNode rule, String at, JsonNode value, List<String> violations) {
        if (!value.isObject()) {
            violations.add(name(at) + " must be an object");
            return;
        }
        rule.properties().forEach(field -> {
            var mandatory = field.getKey().endsWith("!");
            var name = mandatory ? field.getKey().substring(0, field.getKey().length() - 1) : field.getKey();
            var path = at.isEmpty() ? name : at + "." + name;
            if (value.hasNonNull(name)) {
                checkType(types, field.getValue().asText(), path, value.get(name), violations);
            } else if (mandatory) {
                violations.add(path + " is mandatory");
            }
        });
    }

    private static boolean isPlain(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "dateTime" -> value.isTextual() && isDateTime(value.asText());
            default -> true;
        };
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException wrong) {
            return false;
        }
    }

    private static String words(String type) {
        return switch (type) {
            case "dateTime" -> "a date and time with offset (RFC 3339)";
            case "integer" -> "an integer";
            default -> "a " + type;
        };
    }

    private static String name(String at) {
        return at.isEmpty() ? "the body" : at;
    }
}
