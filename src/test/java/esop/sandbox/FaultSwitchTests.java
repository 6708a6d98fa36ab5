package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultSwitchTests {

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("WO-fault");

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void aDelayedAnswerComesLate() {
        broken("delay", ", \"delayMs\": 700");
        var before = System.nanoTime();
        assertThat(order().status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(690));
    }

    @Test
    void error500AppliesNothingAndHealsAfterItsTimes() {
        broken("error500", ", \"times\": 2");
        assertThat(List.of(order().status(), order().status(), order().status()))
                .containsExactly(500, 500, 201);
        assertThat(applied()).containsExactly("refused", "refused", "yes");
        assertThat(sandbox.get("/faults").json()).isEmpty();
    }

    @Test
    void aRefusalIsAClearNo() {
        broken("refuse", "");
        var reply = order();
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("code").asText()).isEqualTo("refused");
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "?externalId=" + key).json())
                .isEmpty();
    }

    @Test
    void aTimeoutBeforeLeavesNoEffect() {
        broken("timeout-before", ", \"times\": 1");
        assertThatThrownBy(this::impatiently).isInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "?externalId=" + key).json())
                .isEmpty();
        assertThat(applied()).containsExactly("refused");
    }

    @Test
    void aTimeoutAfterLeavesTheEffectAndTheRetryFindsTheStoredAnswer() {
        broken("timeout-after", ", \"times\": 1");
        assertThatThrownBy(this::impatiently).isInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.get(Sandbox.RESOURCE_ORDER + "?externalId=" + key).json())
                .hasSize(1);
        assertThat(order().status()).isEqualTo(201);
        assertThat(applied()).containsExactly("yes", "duplicate");
    }

    @Test
    void aHeldRequestEndsWithoutAnAnswer() {
        broken("timeout-after", ", \"times\": 1, \"delayMs\": 300");
        assertThatThrownBy(this::impatiently)
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void garbageIsAWebPage() {
        broken("garbage", ", \"times\": 1");
        var reply = order();
        assertThat(reply.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(reply.text()).startsWith("<!DOCTYPE html>");
        assertThat(sandbox.applied(key)).isEqualTo(1);
    }

    @Test
    void aTruncatedAnswerEndsInTheMiddle() {
        broken("truncated", ", \"times\": 1");
        assertThatThrownBy(this::impatiently).isInstanceOf(IOException.class).hasMessageContaining("bytes received");
        assertThat(sandbox.applied(key)).isEqualTo(1);
    }

    @Test
    void aResetIsATcpReset() throws Exception {
        broken("reset", ", \"times\": 1");
        var body = Sandbox.resourceOrder(key).getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket("localhost", URI.create(sandbox.url()).getPort())) {
            socket.getOutputStream()
                    .write(("POST " + Sandbox.RESOURCE_ORDER + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(sandbox.applied(key)).isEqualTo(1);
    }

    @Test
    void whatIsUsuallyAppliedCanBeLeftOut() {
        broken("reset", ", \"times\": 1, \"apply\": false");
        assertThatThrownBy(this::impatiently).isInstanceOf(IOException.class);
        assertThat(sandbox.applied(key)).isZero();
    }

    @Test
    void aLargeAnswerHasTenMegabytesAndIsStillJson() {
        broken("large", ", \"times\": 1");
        var reply = order();
        assertThat(reply.text().length()).isGreaterThan(10_000_000);
        assertThat(reply.json().path("externalId").asText()).isEqualTo(key);
    }

    @Test
    void aTrickleOutlastsThePatienceOfACaller() {
        broken("trickle", ", \"times\": 1");
        assertThatThrownBy(() -> sandbox.exchange(
                        "POST", Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key), Duration.ofSeconds(2)))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.applied(key)).isEqualTo(1);
    }

    @Test
    void duplicateCallbacksComeFiveTimesUnderOneMessageId() {
        broken("duplicate-callback", ", \"times\": 1");
        order();
        await().until(() -> Collections.frequency(states(), "completed") == 5);
        assertThat(sandbox.receiver().about(key).stream()
                        .filter(callback -> callback.state().equals("completed"))
                        .map(CallbackReceiver.Received::messageId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theCallbackComesBeforeTheAnswer() {
        broken("callback-first", ", \"times\": 1");
        var reply = order();
        assertThat(states()).containsExactly("inProgress", "completed");
        assertThat(reply.json().path("state").asText()).isEqualTo("acknowledged");
    }

    @Test
    void reorderedCallbacksComeNewestFirst() {
        broken("reorder-callbacks", ", \"times\": 1");
        order();
        await().untilAsserted(() -> assertThat(states()).containsExactly("completed", "inProgress"));
    }

    @Test
    void aSilentSystemFinishesWithoutAWord() {
        broken("silent", ", \"times\": 1");
        var id = order().id();
        await().until(() -> state(id).equals("completed"));
        await().during(Duration.ofMillis(500)).until(() -> states().isEmpty());
    }

    @Test
    void aWrongStateIsCalledBackBeforeTheTrueOne() {
        broken("wrong-state", ", \"times\": 1");
        order();
        await().untilAsserted(() -> assertThat(states())
                .containsExactly("archivedByMistake", "inProgress", "archivedByMistake", "completed"));
    }

    @Test
    void aWrongStateOfASynchronousAnswerIsOnTheWireOnly() {
        sandbox.put("/faults/boss", "{\"mode\": \"wrong-state\", \"times\": 1}");
        var reply = sandbox.post(Sandbox.SERVICE, key, Sandbox.service(key));
        assertThat(reply.json().path("state").asText()).isEqualTo("archivedByMistake");
        assertThat(sandbox.get(Sandbox.SERVICE + "/" + reply.id())
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("active");
    }

    @Test
    void aFaultCanBeOfOneOperationOnly() {
        broken("error500", ", \"operation\": \"reservation.create\"");
        assertThat(order().status()).isEqualTo(201);
        assertThat(sandbox.post(
                                Sandbox.RESERVATION,
                                null,
                                "{\"externalId\": \"x\", \"relatedParty\": {\"id\": \"C320100001\"}}")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void aBrokenSystemDoesNotAnswerQuestionsEither() {
        sandbox.put("/faults/crm", "{\"mode\": \"error500\"}");
        assertThat(sandbox.get(Sandbox.CUSTOMER).status()).isEqualTo(500);
        assertThat(order().status()).isEqualTo(201);
        assertThat(sandbox.send("DELETE", "/faults/crm", null, null).status()).isEqualTo(204);
        assertThat(sandbox.get(Sandbox.CUSTOMER).status()).isEqualTo(200);
    }

    @Test
    void probabilityStrikesSometimes() {
        broken("error500", ", \"probability\": 0.5");
        var statuses = new ArrayList<Integer>();
        for (int number = 0; number < 40; number++) {
            statuses.add(sandbox.post(Sandbox.RESOURCE_ORDER, null, Sandbox.resourceOrder(key))
                    .status());
        }
        assertThat(statuses).contains(500, 201);
    }

    @Test
    void aSwitchForOneCustomerLeavesTheOthersAlone() {
        broken("error500", ", \"containing\": \"" + key + "\"");
        assertThat(sandbox.post(Sandbox.RESOURCE_ORDER, null, Sandbox.resourceOrder(Sandbox.newKey("WO-other")))
                        .status())
                .isEqualTo(201);
        assertThat(order().status()).isEqualTo(500);
    }

    @Test
    void anOrderLeftToAPersonWaitsWhileTheOthersGoOn() {
        broken("by-hand", ", \"times\": 1, \"containing\": \"" + key + "\"");
        var id = order().json().path("id").asText();
        var other = Sandbox.newKey("WO-other");
        sandbox.post(Sandbox.RESOURCE_ORDER, null, Sandbox.resourceOrder(other));
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(other)).containsExactly("inProgress", "completed"));
        sandbox.put("/behaviour/eoms", "{\"manual\": true}");
        sandbox.put("/behaviour/eoms", "{\"manual\": false}");
        assertThat(sandbox.receiver().states(key)).isEmpty();
        sandbox.post("/answers/eoms/resourceOrder/" + id, null, "{\"answer\": \"complete\"}");
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
    }

    @Test
    void aSwitchThatDoesNotExistIsRefused() {
        assertThat(sandbox.put("/faults/eoms", "{\"mode\": \"explode\"}").status())
                .isEqualTo(400);
        assertThat(sandbox.put("/faults/nobody", "{\"mode\": \"delay\"}").status())
                .isEqualTo(404);
        assertThat(sandbox.put("/faults/eoms", "{\"mode\": \"delay\", \"times\": 0}")
                        .status())
                .isEqualTo(400);
        assertThat(sandbox.put("/faults/eoms", "{\"mode\": \"delay\", \"operation\": \"pizza.create\"}")
                        .status())
                .isEqualTo(400);
    }

    private void broken(String mode, String more) {
        assertThat(sandbox.put("/faults/eoms", "{\"mode\": \"" + mode + "\"" + more + "}")
                        .status())
                .isEqualTo(200);
    }

    private Sandbox.Reply order() {
        return sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key));
    }

    private void impatiently() throws IOException {
        sandbox.exchange("POST", Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key), Duration.ofSeconds(2));
    }

    private List<String> applied() {
        return sandbox.ledger("key=" + key).findValuesAsText("applied");
    }

    private List<String> states() {
        return sandbox.receiver().states(key);
    }

    private String state(String id) {
        JsonNode record = sandbox.get(Sandbox.RESOURCE_ORDER + "/" + id).json();
        return record.path("state").asText();
    }
}
