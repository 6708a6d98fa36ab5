package esop.north;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The definitions of one of TM Forum's API descriptions, to hold answers against. */
class TmfSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode description;

    TmfSchema(String file) {
        try (var stream = TmfSchema.class.getResourceAsStream("/tmf/" + file)) {
            this.description = JSON.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void holds(String definition, JsonNode answer) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", "#/definitions/" + definition);
        schema.set("definitions", description.get("definitions"));
        assertThat(description.at("/definitions/" + definition).isObject())
                .as("TM Forum knows " + definition)
                .isTrue();
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V4)
                        .getSchema(schema)
                        .validate(answer))
                .as(answer.toPrettyString())
                .isEmpty();
    }
}
