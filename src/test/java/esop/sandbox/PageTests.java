package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTests {

    private final Sandbox sandbox = Sandbox.running();

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void thePageBringsEverythingItNeeds() {
        var page = sandbox.get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("sandbox.js").doesNotContain("http://", "https://", "<script>");
        for (var file : new String[] {"sandbox.js", "systems.js", "lists.js", "dom.js", "words.js", "sandbox.css"}) {
            assertThat(sandbox.get("/" + file).status()).isEqualTo(200);
        }
    }

    @Test
    void theOverviewCountsWhatEachSystemHoldsAndWasAsked() {
        sandbox.put("/behaviour/eoms", "{\"manual\": true}");
        sandbox.put("/faults/boss", "{\"mode\": \"silent\", \"times\": 4}");
        var key = Sandbox.newKey("WO-page");
        var id = sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                .id();
        var eoms = system("eoms");
        assertThat(eoms.path("asked").asInt()).isPositive();
        assertThat(eoms.path("behaviour").path("manual").asBoolean()).isTrue();
        assertThat(eoms.path("resources").path(0).path("open").asInt()).isPositive();
        assertThat(eoms.path("resources").path(0).path("label").asText()).isEqualTo("施工单");
        assertThat(system("boss").path("faults").path(0).path("times").asInt()).isEqualTo(4);
        assertThat(system("crm").path("resources").path(0).path("total").asInt())
                .isEqualTo(70);
        assertThat(sandbox.get("/open").json().findValuesAsText("id")).contains(id);
    }

    private JsonNode system(String id) {
        return StreamSupport.stream(sandbox.get("/systems").json().spliterator(), false)
                .filter(system -> system.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
