package esop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A decision table as a designer has changed it in the browser; as packaged again when it is closed. */
public final class EditedTable implements AutoCloseable {

    private final Caller designer = Caller.as("designer");
    private final String path;

    private EditedTable(String table) {
        path = "/api/decisions/" + table;
    }

    /** @param outputs in FEEL */
    public static EditedTable answering(String table, String rule, String... outputs) {
        var edited = new EditedTable(table);
        edited.save(rules -> ((ObjectNode) rule(rules, rule)).set("outputs", texts(rules, outputs)));
        return edited;
    }

    /** With a rule before all others. */
    public static EditedTable beginningWith(String table, List<String> inputs, String... outputs) {
        var edited = new EditedTable(table);
        edited.save(rules -> {
            var rule = rules.insertObject(0);
            rule.putNull("id");
            rule.put("description", "试");
            rule.set("inputs", texts(rules, inputs.toArray(String[]::new)));
            rule.set("outputs", texts(rules, outputs));
        });
        return edited;
    }

    @Override
    public void close() {
        var returned = designer.post(path + "/return", Map.of("version", version(), "note", "测试结束"));
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);
    }

    private void save(Consumer<ArrayNode> change) {
        var rules = (ArrayNode) designer.get(path).json().at("/table/rules");
        change.accept(rules);
        var saved = designer.put(path, Map.of("version", version(), "note", "试一试", "rules", rules));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    private int version() {
        return designer.get(path).json().get("version").asInt();
    }

    private static JsonNode rule(ArrayNode rules, String id) {
        for (var rule : rules) {
            if (rule.get("id").asText().equals(id)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static ArrayNode texts(ArrayNode like, String... texts) {
        var array = like.arrayNode();
        List.of(texts).forEach(array::add);
        return array;
    }
}
