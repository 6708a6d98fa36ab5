package esop.workflow.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.systems.SandboxClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EsopTest
class StartedTests {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final SandboxClient sandbox = new SandboxClient();
    private final Caller manager = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
    private final Caller operations = Caller.as("operations.nanjing");
    private final Caller caller = Caller.as("tele-manager.nanjing");
    private String order;

    @BeforeEach
    void aUnitThatTakesItsTime() {
        sandbox.heal();
        sandbox.behaves("eoms", Map.of("manual", true));
        order = manager.post(
                        "/api/orders",
                        Map.of(
                                "customerId",
                                "C320100011",
                                "items",
                                List.of(Map.of("offeringId", "leased-line", "action", "add"))))
                .json()
                .get("id")
                .asText();
    }

    @AfterEach
    void everySystemIsQuick() {
        sandbox.heal();
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", false));
    }

    @Test
    void whatOneBeganIsListedWhileAUnitHasItAndWhenItHasEnded() {
        await().atMost(SOON).until(() -> started("running").at("/now/0/holder").asText(), holder -> !holder.isEmpty());
        var waiting = started("running");
        assertThat(waiting.at("/now/0/taskId").isNull()).as("in nobody's inbox").isTrue();
        assertThat(waiting.at("/now/0/number").asText()).startsWith("WO");
        assertThat(waiting.get("page").asText()).isEqualTo("/orders/" + order);
        assertThat(waiting.get("name").asText()).isEqualTo("互联网专线");
        assertThat(waiting.get("due").asText())
                .isGreaterThan(waiting.get("started").asText());
        assertThat(started("ended")).isNull();

        sandbox.answers("eoms", "resourceOrder", waiting.at("/now/0/number").asText() + ":construct:1", "complete", "");
        var signOff = await().atMost(SOON).until(() -> task(operations), task -> task != null);
        assertThat(started("running").at("/now/0/taskId").asText()).isEqualTo(signOff);
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", false));
        operations.post("/api/tasks/" + signOff + "/complete", Map.of("data", Map.of("signOff", "accept")));

        var call = await().atMost(SOON).until(() -> task(caller), task -> task != null);
        caller.post("/api/tasks/" + call + "/complete", Map.of("data", Map.of("satisfaction", "satisfied")));

        await().atMost(SOON).until(() -> started("ended"), row -> row != null);
        assertThat(started("running")).isNull();
        assertThat(started("ended").get("now")).isEmpty();
        assertThat(started("ended").get("stateName").asText()).isEqualTo("已竣工");
    }

    @Test
    void whatOneBeganIsOnesOwnList() {
        assertThat(total(manager)).isOne();
        assertThat(total(Caller.as("account-manager2.nanjing"))).isZero();
        assertThat(manager.get("/api/instances?startedBy=somebody").status()).isEqualTo(400);
        assertThat(manager.get("/api/me/started?state=sleeping").status()).isEqualTo(400);
    }

    private int total(Caller who) {
        return who.get("/api/instances?startedBy=me&businessKey=" + order)
                .json()
                .get("total")
                .asInt();
    }

    private String task(Caller who) {
        var tasks =
                who.get("/api/tasks?view=group&q=" + order).json().get("items").findValuesAsText("id");
        return tasks.isEmpty() ? null : tasks.get(0);
    }

    private JsonNode started(String state) {
        return StreamSupport.stream(
                        manager.get("/api/me/started?size=200&state=" + state)
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(row -> row.path("number").asText().equals(order))
                .findFirst()
                .orElse(null);
    }
}
