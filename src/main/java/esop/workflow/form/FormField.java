package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form, as its schema declares it.
 *
 * @param key the variable it fills
 * @param locked {@code readonly} or {@code disabled}: a boolean or a FEEL expression; the server's value stands
 * @param hide FEEL conditions of the field and the groups around it; a hidden field is neither asked for nor taken
 */
record FormField(String key, String type, JsonNode schema, List<JsonNode> locked, List<String> hide) {

    boolean required() {
        return rules().path("required").asBoolean();
    }

    JsonNode rules() {
        return schema.path("validate");
    }

    String label(boolean english) {
        var own = schema.path("label").asText(schema.path("dateLabel").asText(key));
        return english ? schema.path("properties").path("en").asText(own) : own;
    }

    /** Whether a task may be found by what stands here; what is sensitive is never searched. */
    boolean searchable() {
        return is("searchable") && !sensitive();
    }

    /** Not to be kept anywhere but with the process. */
    boolean sensitive() {
        return is("sensitive");
    }

    private boolean is(String property) {
        return schema.path("properties").path(property).asText().equals("true");
    }

    /** Values to choose from, or null where the form does not limit them itself. */
    @Nullable
    List<String> options() {
        if (!schema.has("values")) {
            return null;
        }
        return schema.get("values").findValuesAsText("value");
    }

    /** What is read where this value is chosen, in both languages; the value itself where it is no option. */
    String chosen(String value) {
        for (var option : schema.path("values")) {
            if (option.path("value").asText().equals(value)) {
                return option.path("label").asText() + " " + option.path("en").asText();
            }
        }
        return value;
    }

    @Nullable
    String optionsVariable() {
        return schema.path("valuesKey").asText(null);
    }
}
