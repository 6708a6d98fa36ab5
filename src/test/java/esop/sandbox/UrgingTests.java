package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgingTests {

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("WO-urged");
    private final String urge = key.replace(":1", ":7");

    @BeforeEach
    void byHand() {
        sandbox.heal();
        sandbox.put("/behaviour/eoms", "{\"manual\": true}");
        sandbox.put("/behaviour/platform", "{\"manual\": true}");
    }

    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @ParameterizedTest
    @CsvSource({"eoms, 1", "platform, \"1\""})
    void anUrgeLeavesItsNoteAndItsPriorityAndNothingElse(String system, String priority) {
        var path = path(system);
        var before = sandbox.get(path).json();

        var answer = sandbox.patch(path, urge, note("客户要求提前", priority));

        assertThat(answer.status()).isEqualTo(200);
        var after = sandbox.get(path).json();
        assertThat(after.at("/note/0/text").asText()).isEqualTo("客户要求提前");
        assertThat(after.path("priority").asText()).isEqualTo("1");
        assertThat(after.path("state")).isEqualTo(before.path("state"));
        assertThat(after.path("externalId").asText()).isEqualTo(key);
        assertThat(after.path("expectedCompletionDate")).isEqualTo(before.path("expectedCompletionDate"));
        assertThat(sandbox.ledger("externalId=" + urge).findValuesAsText("applied"))
                .containsExactly("yes");
        var shown = shown(system);
        assertThat(shown.path("urged").asText()).isEqualTo("客户要求提前");
        assertThat(shown.path("priority").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"eoms, 5, 422", "platform, \"5\", 422", "eoms, \"1\", 400", "platform, 1, 400"})
    void aPriorityThatTheInterfaceDoesNotKnowIsRefused(String system, String priority, int status) {
        assertThat(sandbox.patch(path(system), urge, note("加急", priority)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"eoms, 1, resourceOrder", "platform, \"1\", serviceOrder"})
    void neitherSilenceNorAnEndedOrderCanBeUrged(String system, String priority, String resource) {
        var path = path(system);
        assertThat(sandbox.patch(path, urge, note(" ", priority)).status()).isEqualTo(422);
        sandbox.post(
                "/answers/" + system + "/" + resource + path.substring(path.lastIndexOf('/')),
                null,
                "{\"answer\": \"complete\"}");

        assertThat(sandbox.patch(path, urge, note("太迟", priority)).status()).isEqualTo(409);
    }

    private String note(String text, String priority) {
        return "{\"priority\": %s, \"note\": [{\"id\": \"%s\", \"author\": \"ESOP\", \"text\": \"%s\"}]}"
                .formatted(priority, urge, text);
    }

    private String path(String system) {
        return system.equals("eoms")
                ? Sandbox.RESOURCE_ORDER + "/"
                        + sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                                .id()
                : Sandbox.SERVICE_ORDER + "/"
                        + sandbox.post(Sandbox.SERVICE_ORDER, key, Sandbox.serviceOrder(key))
                                .id();
    }

    private JsonNode shown(String system) {
        return StreamSupport.stream(sandbox.get("/open").json().spliterator(), false)
                .filter(order -> order.path("system").asText().equals(system)
                        && order.path("externalId").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
