package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenWorkTests {

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("WO-manual");

    @BeforeEach
    void byHand() {
        sandbox.heal();
        sandbox.put("/behaviour/eoms", "{\"manual\": true}");
    }

    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void anOrderWaitsUntilAPersonCompletesIt() {
        var id = order();
        await().during(Duration.ofMillis(600))
                .until(() -> sandbox.receiver().about(key).isEmpty());
        assertThat(answer(id, "complete", "已施工").status()).isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
        assertThat(answer(id, "fail", "too late").status()).isEqualTo(409);
    }

    @Test
    void aFailureCarriesItsReason() {
        var id = order();
        answer(id, "fail", "光缆中断");
        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key)).containsExactly("failed"));
        var notes = sandbox.receiver().about(key).get(0).resource().path("note");
        assertThat(notes.path(0).path("text").asText()).isEqualTo("光缆中断");
    }

    @Test
    void aRejectionIsFinal() {
        answer(order(), "reject", "不在覆盖范围");
        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key)).containsExactly("rejected"));
    }

    @Test
    void aPersonAtBossOpensOrDeclinesAService() {
        sandbox.put("/behaviour/boss", "{\"manual\": true}");
        assertThat(sandbox.post(Sandbox.SERVICE, key, Sandbox.service(key)).status())
                .isEqualTo(202);
        var id = sandbox.get(Sandbox.SERVICE + "?externalId=" + key)
                .json()
                .path(0)
                .path("id")
                .asText();
        sandbox.post("/answers/boss/service/" + id, null, "{\"answer\": \"fail\", \"reason\": \"欠费\"}");
        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key)).containsExactly("terminated"));
    }

    @Test
    void aUnitThatHasBegunRefusesAWithdrawalAndGoesOn() {
        var id = order();
        var task = sandbox.post(
                "/eoms/tmf-api/resourceOrdering/v4/cancelResourceOrder",
                null,
                "{\"resourceOrder\": {\"id\": \"" + id + "\"}}");
        sandbox.post(
                "/answers/eoms/cancelResourceOrder/" + task.id(),
                null,
                "{\"answer\": \"reject\", \"reason\": \"已进场\"}");
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "/" + id)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("inProgress");
    }

    @Test
    void whatWaitedIsAnsweredWhenTheSystemWorksByItselfAgain() {
        order();
        sandbox.put("/behaviour/eoms", "{\"manual\": false}");
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
    }

    @Test
    void anOrderWhoseWithdrawalIsAssessedDoesNotGoOnByItself() {
        var id = order();
        sandbox.post(
                "/eoms/tmf-api/resourceOrdering/v4/cancelResourceOrder",
                null,
                "{\"resourceOrder\": {\"id\": \"" + id + "\"}}");
        sandbox.put("/behaviour/eoms", "{\"manual\": false}");
        await().untilAsserted(() ->
                assertThat(sandbox.receiver().states(key)).containsExactly("assessingCancellation", "cancelled"));
    }

    @Test
    void aRecordChangedBehindEsopsBackTellsNobody() {
        var id = order();
        var entries = sandbox.ledger("system=eoms").path("total").asInt();
        var changed = sandbox.post("/records/eoms/resourceOrder/" + id, null, "{\"priority\": 4, \"state\": \"held\"}");
        assertThat(changed.json().path("state").asText()).isEqualTo("held");
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "/" + id)
                        .json()
                        .path("priority")
                        .asInt())
                .isEqualTo(4);
        assertThat(sandbox.ledger("system=eoms").path("total").asInt()).isEqualTo(entries);
        await().during(Duration.ofMillis(400))
                .until(() -> sandbox.receiver().about(key).isEmpty());
        assertThat(sandbox.post("/records/eoms/resourceOrder/unknown", null, "{}")
                        .status())
                .isEqualTo(404);
    }

    private String order() {
        return sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                .id();
    }

    private Sandbox.Reply answer(String id, String answer, String reason) {
        return sandbox.post(
                "/answers/eoms/resourceOrder/" + id,
                null,
                "{\"answer\": \"" + answer + "\", \"reason\": \"" + reason + "\"}");
    }
}
