package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackTests {

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("WO-callback");

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void anOrderTellsItsStatesInOrderBySignedTmfEvents() throws Exception {
        var id = order();
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
        var last = sandbox.receiver().about(key).get(1);
        assertThat(last.path()).isEqualTo("/callbacks/eoms");
        assertThat(last.json().path("eventType").asText()).isEqualTo("ResourceOrderStateChangeEvent");
        assertThat(last.json().path("eventId").asText()).isEqualTo(last.messageId());
        assertThat(Instant.parse(last.json().path("eventTime").asText()))
                .isBetween(Instant.now().minusSeconds(30), Instant.now());
        var order = last.json().path("event").path("resourceOrder");
        assertThat(order.path("id").asText()).isEqualTo(id);
        assertThat(order.path("orderItem").path(0).path("state").asText()).isEqualTo("completed");
        assertThat(Long.parseLong(last.timestamp())).isCloseTo(Instant.now().getEpochSecond(), Offset.offset(30L));
        assertThat(last.signature())
                .isEqualTo("sha256=" + hmac("esop-demo-secret-eoms", last.timestamp() + "." + last.body()));
    }

    @Test
    void aCallbackIsRepeatedWithTheSameIdUntilItIsTaken() {
        var attempts = new AtomicInteger();
        sandbox.receiver()
                .answers(callback -> callback.externalId().equals(key) && attempts.incrementAndGet() <= 2 ? 503 : 200);
        order();
        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key))
                .containsExactly("inProgress", "inProgress", "inProgress", "completed"));
        assertThat(sandbox.receiver().about(key).stream()
                        .limit(3)
                        .map(CallbackReceiver.Received::messageId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRefusedCallbackIsKeptWithItsResultAndNotRepeated() {
        sandbox.receiver().answers(callback -> callback.externalId().equals(key) ? 409 : 200);
        var id = order();
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
        await().untilAsserted(() -> {
            var kept = sandbox.get("/callbacks?system=eoms&recordId=" + id).json();
            assertThat(kept.findValuesAsText("state")).containsExactly("refused", "refused");
            assertThat(kept.findValuesAsText("result"))
                    .allSatisfy(result -> assertThat(result).startsWith("409"));
        });
    }

    @Test
    void pendingCallbacksAndTimersSurviveARestart() {
        sandbox.receiver().answers(callback -> 503);
        order();
        await().until(() -> !sandbox.receiver().about(key).isEmpty());
        var later = Sandbox.newKey("WO-timer");
        sandbox.put("/behaviour/eoms", "{\"answerAfterMs\": 1500}");
        sandbox.post(Sandbox.RESOURCE_ORDER, later, Sandbox.resourceOrder(later));
        sandbox.stop();
        sandbox.receiver().answers(callback -> 200);
        sandbox.start();
        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(sandbox.receiver().states(key)).endsWith("inProgress", "completed"));
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(later)).containsExactly("inProgress", "completed"));
    }

    private String order() {
        return sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                .id();
    }

    private static String hmac(String secret, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
