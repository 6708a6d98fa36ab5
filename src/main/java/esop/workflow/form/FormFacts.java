package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import esop.web.FragmentSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** What stands in the searchable fields of a form: read as people read it, in both languages. */
final class FormFacts {

    /** Of a long text its beginning: an index of every essay would cost each task more than it finds. */
    private static final int LONGEST = 200;

    private FormFacts() {}

    static String of(FormSchema form, Function<String, @Nullable Object> variable) {
        var facts = new ArrayList<String>();
        for (var field : form.fields()) {
            if (field.searchable()) {
                read(field, variable.apply(field.key()), facts);
                read(field, variable.apply(field.key() + "En"), facts);
            }
        }
        return FragmentSearch.text(facts.stream().distinct().toArray(String[]::new));
    }

    private static void read(FormField field, @Nullable Object value, List<String> facts) {
        if (value instanceof SpinJsonNode node) {
            for (var element : (JsonNode) node.unwrap()) {
                read(field, element.asText(), facts);
            }
        } else if (value instanceof String || value instanceof Number) {
            var text = field.chosen(value.toString()).strip();
            if (!text.isEmpty()) {
                facts.add(beginning(text));
            }
        }
    }

    /** Without cutting a character in two. */
    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
