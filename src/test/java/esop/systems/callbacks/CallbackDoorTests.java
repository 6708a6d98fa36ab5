package esop.systems.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import esop.TestEnvironment;
import esop.identity.DataScope;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallScene;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may tell us something, and what we believe. The sandbox stays silent here: every callback is made by hand. */
@EsopTest
class CallbackDoorTests extends CallScene {

    private final String messageId = UUID.randomUUID().toString();

    @BeforeEach
    void theSystemIsSilent() {
        sandbox.breaks("eoms", "silent", Map.of());
    }

    @Test
    void aSignedCallbackIsTakenOnceAndItsRepetitionChangesNothing() {
        ordered();

        assertThat(post("eoms", messageId, event(step.key(), "inProgress")).status())
                .isEqualTo(200);
        var again = post("eoms", messageId, event(step.key(), "inProgress"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("result").asText()).isEqualTo("repeated");
        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.IN_PROGRESS);
    }

    @Test
    void theSameIdWithOtherContentIsAnAlarm() {
        ordered();
        post("eoms", messageId, event(step.key(), "inProgress"));

        assertThat(post("eoms", messageId, event(step.key(), "completed")).status())
                .isEqualTo(409);

        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.IN_PROGRESS);
        assertThat(audited("callback.altered", messageId)).isEqualTo(1);
    }

    @Test
    void whoeverSignsWrongOrNotAtAllIsTurnedAway() {
        ordered();
        var body = event(step.key(), "completed");
        var now = Instant.now().getEpochSecond();

        assertThat(raw("eoms", messageId, now, null, body)).isEqualTo(401);
        assertThat(raw("eoms", messageId, now, "sha256=00", body)).isEqualTo(401);
        assertThat(raw("eoms", messageId, now, signature("crm", now, body), body))
                .isEqualTo(401);
        assertThat(raw("eoms", messageId, now, signature("eoms", now, body + " "), body))
                .isEqualTo(401);
        assertThat(raw("eoms", messageId, now, signature("eoms", now - 1, body), body))
                .isEqualTo(401);

        assertThat(states()).containsExactly(State.ACKNOWLEDGED);
        assertThat(post("eoms", messageId, body).status())
                .as("its id was not used up by the forgeries")
                .isEqualTo(200);
    }

    @Test
    void whatIsOlderThanFiveMinutesIsTurnedAway() {
        ordered();
        var body = event(step.key(), "completed");
        var old = Instant.now().minus(Duration.ofMinutes(6)).getEpochSecond();
        var future = Instant.now().plus(Duration.ofMinutes(6)).getEpochSecond();

        assertThat(raw("eoms", messageId, old, signature("eoms", old, body), body))
                .isEqualTo(401);
        assertThat(raw("eoms", messageId, future, signature("eoms", future, body), body))
                .isEqualTo(401);
        assertThat(states()).containsExactly(State.ACKNOWLEDGED);
    }

    @Test
    void anotherSystemMaySayNothingAboutIt() {
        ordered();

        assertThat(post("crm", messageId, event(step.key(), "completed")).status())
                .isEqualTo(403);

        assertThat(states()).containsExactly(State.ACKNOWLEDGED);
    }

    @Test
    void aCallbackNobodyAskedForIsParkedAndTakenWhenItsCallIsKnown() {
        assertThat(post("eoms", messageId, event(step.key(), "completed")).status())
                .isEqualTo(202);

        order(step);
        awaitTold(State.COMPLETED);

        assertThat(states()).containsOnlyOnce(State.COMPLETED);
    }

    @Test
    void aCallbackThatStaysNobodysIsReported() {
        post("eoms", messageId, event("NOBODY:probe:1", "completed"));

        await().atMost(SOON).until(() -> audited("callback.nobodys", messageId) == 1);
    }

    @Test
    void whatWasNotTakenIsListedForThoseWhomItConcerns() {
        ordered();
        post("eoms", messageId, event(step.key(), "completed"));
        var late = UUID.randomUUID().toString();
        post("eoms", late, event(step.key(), "failed"));
        var nobodys = UUID.randomUUID().toString();
        post("eoms", nobodys, event("NOBODY:probe:1", "completed"));
        var forged = UUID.randomUUID().toString();
        raw("eoms", forged, Instant.now().getEpochSecond(), "sha256=00", event(step.key(), "failed"));

        assertThat(listed("operations.nanjing", "REFUSED")).contains(late).doesNotContain(messageId);
        assertThat(listed("operations.nanjing", "PARKED")).doesNotContain(nobodys);
        assertThat(listed("operations.nanjing", "TURNED_AWAY")).isEmpty();
        assertThat(listed("operations.suzhou", "REFUSED")).doesNotContain(late);
        assertThat(listed("admin", "PARKED")).contains(nobodys);
        assertThat(listed("admin", "TURNED_AWAY")).contains(forged);
        var parked =
                Caller.as("admin").get("/api/calls/callbacks?size=200").json().get("items");
        assertThat(parked)
                .filteredOn(row -> row.path("messageId").asText().equals(nobodys))
                .singleElement()
                .satisfies(row -> assertThat(row.get("reason").asText()).isEqualTo("unknown-call"));
        assertThat(Caller.as("account-manager.nanjing")
                        .get("/api/calls/callbacks")
                        .status())
                .isEqualTo(403);
    }

    private static List<String> listed(String person, String state) {
        return Caller.as(person)
                .get("/api/calls/callbacks?system=eoms&size=200&state=" + state)
                .json()
                .findValuesAsText("messageId");
    }

    @Test
    void afterTheEndNothingIsTaken() {
        ordered();
        post("eoms", messageId, event(step.key(), "completed"));

        assertThat(post("eoms", UUID.randomUUID().toString(), event(step.key(), "failed"))
                        .status())
                .isEqualTo(409);
        assertThat(post("eoms", UUID.randomUUID().toString(), event(step.key(), "completed"))
                        .status())
                .isEqualTo(200);

        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.COMPLETED);
    }

    @Test
    void whatIsSaidOfAWithdrawnOrderComesTooLate() {
        ordered();
        post("eoms", messageId, event(step.key(), "cancelled"));

        assertThat(post("eoms", UUID.randomUUID().toString(), event(step.key(), "completed"))
                        .status())
                .isEqualTo(409);

        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.CANCELLED);
    }

    @Test
    void aStateDoesNotGoBackwards() {
        ordered();
        post("eoms", messageId, event(step.key(), "inProgress"));

        assertThat(post("eoms", UUID.randomUUID().toString(), event(step.key(), "acknowledged"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        ordered();

        assertThat(post("eoms", messageId, "{\"event\":").status()).isEqualTo(400);
        assertThat(post("eoms", messageId, "[]").status()).isEqualTo(400);
        assertThat(post("eoms", UUID.randomUUID().toString(), "{\"a\":1}").status())
                .isEqualTo(400);
        assertThat(post("eoms", UUID.randomUUID().toString(), "[".repeat(100_000))
                        .status())
                .isEqualTo(400);
        assertThat(post("eoms", UUID.randomUUID().toString(), event(step.key(), "archivedByMistake"))
                        .status())
                .isEqualTo(422);
        assertThat(post("nobody", messageId, event(step.key(), "completed")).status())
                .isEqualTo(404);
        assertThat(post("eoms", messageId, "\"" + "x".repeat(1_100_000) + "\"").status())
                .isEqualTo(413);
    }

    @Test
    void aThousandRepetitionsAreOneEffect() {
        ordered();
        var body = event(step.key(), "completed");
        var now = Instant.now().getEpochSecond();
        var request = request("eoms", messageId, now, signature("eoms", now, body), body);
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var atOnce = new Semaphore(40);

        var answers = IntStream.range(0, 1000)
                .mapToObj(number -> {
                    atOnce.acquireUninterruptibly();
                    return http.sendAsync(request, BodyHandlers.discarding())
                            .whenComplete((answer, failure) -> atOnce.release());
                })
                .toList();
        var statuses = answers.stream()
                .map(answer -> answer.thenApply(HttpResponse::statusCode).join())
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.COMPLETED);
    }

    private void ordered() {
        order(step);
        awaitTold(State.ACKNOWLEDGED);
        await().atMost(SOON).until(() -> call(step).state(), "DONE"::equals);
    }

    private static String event(String externalId, String state) {
        return """
               {"eventId":"e1","eventType":"ResourceOrderStateChangeEvent",
                "event":{"resourceOrder":{"id":"EOMS-RO-1","externalId":"%s","state":"%s"}}}
               """.formatted(externalId, state);
    }

    private Caller.Answer post(String system, String id, String body) {
        var now = Instant.now().getEpochSecond();
        return Caller.anonymous().send(builder(system, id, now, signature(system, now, body), body));
    }

    private int raw(String system, String id, long timestamp, String signature, String body) {
        return Caller.anonymous()
                .send(builder(system, id, timestamp, signature, body))
                .status();
    }

    private static HttpRequest request(String system, String id, long timestamp, String signature, String body) {
        return builder(system, id, timestamp, signature, body).build();
    }

    private static HttpRequest.Builder builder(
            String system, String id, long timestamp, String signature, String body) {
        var request = HttpRequest.newBuilder(URI.create(TestEnvironment.serverUrl() + "/callbacks/" + system))
                .header("Content-Type", "application/json")
                .header("X-Esop-Timestamp", Long.toString(timestamp))
                .header("X-Esop-Message-Id", id)
                .POST(BodyPublishers.ofString(body));
        return signature == null ? request : request.header("X-Esop-Signature", signature);
    }

    private static String signature(String system, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("esop-demo-secret-" + system).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256="
                    + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int audited(String action, String id) {
        return DataScope.asSystem(() -> transaction.execute(status -> jdbc.sql(
                        "SELECT count(*) FROM identity.audit_log WHERE action = :action AND subject LIKE '%' || :id")
                .param("action", action)
                .param("id", id)
                .query(Integer.class)
                .single()));
    }
}
