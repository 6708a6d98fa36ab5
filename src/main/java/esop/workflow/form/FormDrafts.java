package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.web.Texts;
import esop.workflow.form.TaskForms.TaskForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What of a form may be kept while somebody is filling it in, and what of it still fits later. Nothing is checked but that a field is
 * there, is its reader's to fill in, and takes this kind of value; what is sensitive is not kept.
 */
@Component
public class FormDrafts {

    private final ObjectMapper json;
    private final FormConditions conditions;

    FormDrafts(ObjectMapper json, FormConditions conditions) {
        this.json = json;
        this.conditions = conditions;
    }

    /** What differs from the form as it stands, by the key of its field. */
    public Map<String, Entry> kept(TaskForm form, Map<String, @Nullable Object> typed) {
        var fields = fields(form);
        var kept = new LinkedHashMap<String, Entry>();
        typed.forEach((key, value) -> {
            var field = fields.get(key);
            var node = json.<JsonNode>valueToTree(value);
            if (field != null && !isSame(node, form.data().path(key))) {
                kept.put(key, new Entry(node, field.label(Texts.isEnglish())));
            }
        });
        return kept;
    }

    /** A draft laid upon the form as it now is. */
    public Fit fitted(TaskForm form, Map<String, Entry> draft) {
        var fields = fields(form);
        var data = new LinkedHashMap<String, JsonNode>();
        var lost = new ArrayList<Lost>();
        draft.forEach((key, entry) -> {
            var field = fields.get(key);
            if (field != null && fits(field, entry.value())) {
                data.put(key, entry.value());
            } else if (!isEmpty(entry.value())) {
                lost.add(new Lost(entry.label(), words(entry.value())));
            }
        });
        return new Fit(data, lost);
    }

    /** Those that the reader may fill in and that may be kept. */
    private Map<String, FormField> fields(TaskForm form) {
        var data = json.convertValue(form.data(), Map.class);
        @SuppressWarnings("unchecked")
        var existing = (Map<String, @Nullable Object>) data;
        return FormSchema.of(form.schema()).fields().stream()
                .filter(field -> !field.sensitive() && !conditions.locked(field, existing))
                .collect(Collectors.toMap(FormField::key, Function.identity(), (first, second) -> first));
    }

    private static boolean fits(FormField field, JsonNode value) {
        if (isEmpty(value)) {
            return true;
        }
        return switch (field.type()) {
            case "number" -> value.isNumber() || value.isTextual();
            case "checkbox" -> value.isBoolean();
            case "checklist", "taglist" ->
                value.isArray()
                        && StreamSupport.stream(value.spliterator(), false)
                                .allMatch(choice -> choice.isTextual() && isOption(field, choice));
            case "select", "radio" -> value.isTextual() && isOption(field, value);
            default -> value.isTextual();
        };
    }

    private static boolean isOption(FormField field, JsonNode choice) {
        var options = field.options();
        return options == null || options.contains(choice.asText());
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return isEmpty(one) ? isEmpty(other) : one.equals(other);
    }

    /** A form that nobody has touched sends such values too. */
    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.asText().isEmpty()
                || value.isBoolean() && !value.asBoolean()
                || value.isArray() && value.isEmpty();
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }

    /** @param label how the field was called when this was typed */
    public record Entry(JsonNode value, String label) {}

    /** @param lost what was typed into fields that are gone or take other values now */
    public record Fit(Map<String, JsonNode> data, List<Lost> lost) {}

    public record Lost(String label, String value) {}
}
