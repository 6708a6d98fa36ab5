package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A deployed form, read once.
 *
 * @param shown names that texts and conditions of the form refer to; variables of these names go to the reader with the fields
 */
record FormSchema(JsonNode json, List<FormField> fields, Set<String> shown) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}");

    static FormSchema of(JsonNode json) {
        var fields = new ArrayList<FormField>();
        collect(json.path("components"), List.of(), List.of(), fields);
        var shown = new TreeSet<String>();
        names(json, shown);
        return new FormSchema(json, List.copyOf(fields), shown);
    }

    private static void collect(JsonNode components, List<JsonNode> locked, List<String> hide, List<FormField> fields) {
        for (var component : components) {
            var lockedHere = new ArrayList<>(locked);
            lockedHere.add(component.path("readonly"));
            lockedHere.add(component.path("disabled"));
            var hideHere = new ArrayList<>(hide);
            var condition = component.path("conditional").path("hide").asText("");
            if (!condition.isBlank()) {
                hideHere.add(condition);
            }
            if (component.has("components")) {
                collect(component.get("components"), lockedHere, hideHere, fields);
            } else if (component.hasNonNull("key")) {
                fields.add(new FormField(
                        component.get("key").asText(),
                        component.path("type").asText(),
                        component,
                        lockedHere,
                        hideHere));
            }
        }
    }

    private static void names(JsonNode node, Set<String> found) {
        if (node.isTextual()) {
            var text = node.asText();
            if (text.startsWith("=")) {
                NAME.matcher(text).results().forEach(name -> found.add(name.group()));
            }
            EXPRESSION
                    .matcher(text)
                    .results()
                    .forEach(part -> NAME.matcher(part.group(1)).results().forEach(name -> found.add(name.group())));
        }
        if (node.hasNonNull("valuesKey")) {
            found.add(node.get("valuesKey").asText());
        }
        node.forEach(child -> names(child, found));
    }
}
