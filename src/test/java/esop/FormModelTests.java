package esop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every form: shown by Tasklist's older viewer too, in two languages, checkable by the server. */
class FormModelTests {

    private static final Set<String> FIELDS = Set.of(
            "textfield", "textarea", "number", "select", "radio", "checkbox", "checklist", "taglist", "datetime");
    private static final Set<String> FURNITURE = Set.of("text", "group", "separator", "spacer");
    private static final int MOST_FACTS = 6;

    static List<Path> forms() {
        return Models.files("forms", ".form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theFormIsNamedAfterItsFile(Path file) {
        var form = read(file);
        assertThat(form.path("id").asText()).isEqualTo(Models.name(file));
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itUsesWhatEveryViewerKnowsAndTheServerCanCheck(Path file) {
        for (var component : components(read(file))) {
            var type = component.path("type").asText();
            assertThat(FIELDS.contains(type) || FURNITURE.contains(type))
                    .as(type + " in " + file)
                    .isTrue();
            assertThat(component.has("path")).as("nested data in " + file).isFalse();
            if (FIELDS.contains(type)) {
                assertThat(component.path("key").asText()).as("key in " + file).matches("[a-z][A-Za-z0-9]*");
            }
            if (component.path("validate").has("pattern")) {
                Pattern.compile(component.at("/validate/pattern").asText());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyWordIsThereInEnglishToo(Path file) {
        for (var component : components(read(file))) {
            var words = component.path("properties");
            var where = component.path("id").asText() + " in " + file;
            if (component.has("label") || component.has("text")) {
                assertThat(words.path("en").asText()).as("label of " + where).isNotBlank();
            }
            if (component.has("description")) {
                assertThat(words.path("enDescription").asText())
                        .as("description of " + where)
                        .isNotBlank();
            }
            for (var option : component.path("values")) {
                assertThat(option.path("en").asText()).as("option of " + where).isNotBlank();
            }
        }
    }

    /** A text of words and numbers that people know, and no more of them than the figures of the inbox were taken with. */
    @ParameterizedTest
    @MethodSource("forms")
    void itsTaskIsFoundByOneToSixOfItsFields(Path file) {
        var facts = components(read(file)).stream()
                .filter(component ->
                        component.at("/properties/searchable").asText().equals("true"))
                .toList();
        assertThat(facts).as("searchable fields of " + file).hasSizeBetween(1, MOST_FACTS);
        assertThat(facts)
                .as("searchable and sensitive in " + file)
                .noneMatch(component -> component.at("/properties").has("sensitive"));
    }

    private static List<JsonNode> components(JsonNode parent) {
        var all = new ArrayList<JsonNode>();
        for (var component : parent.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Models.text(file));
        } catch (JsonProcessingException failure) {
            throw new AssertionError(file.toString(), failure);
        }
    }
}
