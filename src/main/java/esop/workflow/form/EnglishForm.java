package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A form with the English words that its fields carry: properties {@code en}, {@code enDescription}, options' {@code en}. */
final class EnglishForm {

    /** What is shown, and the property that holds it in English. */
    private static final Map<String, String> WORDS = Map.of("description", "enDescription");

    private EnglishForm() {}

    static JsonNode of(JsonNode schema) {
        var copy = schema.deepCopy();
        translate(copy);
        return copy;
    }

    private static void translate(JsonNode parent) {
        for (var component : parent.path("components")) {
            var words = component.path("properties");
            for (var place : new String[] {"label", "dateLabel", "timeLabel", "text"}) {
                put((ObjectNode) component, place, words.path("en"));
            }
            WORDS.forEach((place, word) -> put((ObjectNode) component, place, words.path(word)));
            put(component.path("appearance"), "suffixAdorner", words.path("enSuffix"));
            for (var option : component.path("values")) {
                put(option, "label", option.path("en"));
            }
            translate(component);
        }
    }

    private static void put(JsonNode target, String place, JsonNode english) {
        if (target instanceof ObjectNode object && object.has(place) && english.isTextual()) {
            object.put(place, english.asText());
        }
    }
}
