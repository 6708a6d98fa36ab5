package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EditedTable;
import esop.EsopTest;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.workflow.Turns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class ResendTests extends ProvisioningScene {

    private final Caller operations = Caller.as("operations.nanjing");

    @Autowired
    Turns resending;

    @AfterEach
    void itWorksAgain() {
        if (!resending.isRunning()) {
            resending.start();
        }
    }

    @Test
    void oneIsTriedFirstAndTheOthersFollowWhenItHasReallyHelped() {
        var openings = refused(3);
        var fallouts = openings.stream().map(this::fallout).toList();
        var group = group(fallouts.get(0));
        assertThat(group.get("count").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(group.get("step").asText()).isEqualTo("activate");
        assertThat(group.get("customerCount").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(group.at("/health/breaker").asText()).isEqualTo("closed");
        assertThat(group.at("/health/lastAnswer").asText()).isNotBlank();

        var run = ended(started(Map.of("ids", fallouts, "note", "BOSS 已修复")));

        openings.forEach(opening -> awaitEnd(opening, "serviceOpened"));
        assertThat(run.at("/counts/fixed").asInt()).isEqualTo(3);
        assertThat(items(run)).extracting(item -> item.get("state").asText()).containsOnly("fixed");
        var canary = items(run).get(0);
        assertThat(canary.get("canary").asBoolean()).isTrue();
        var told = canary.get("settled").asText();
        assertThat(items(run).subList(1, 3))
                .allMatch(item -> !item.get("canary").asBoolean())
                .allMatch(item -> item.get("asked").asText().compareTo(told) >= 0);
        var after = operations.get("/api/fallouts/" + fallouts.get(0)).json();
        assertThat(after.get("resolution").asText()).isEqualTo("retry");
        assertThat(after.get("resolver").asText()).isEqualTo("operations.nanjing");
        assertThat(after.get("answers")).isEmpty();
        var solved = StreamSupport.stream(after.get("similar").spliterator(), false)
                .filter(one -> fallouts.contains(one.get("id").asText()))
                .toList();
        assertThat(solved).hasSize(2).allSatisfy(one -> {
            assertThat(one.get("same").asBoolean()).isTrue();
            assertThat(one.get("note").asText()).isEqualTo("BOSS 已修复");
            assertThat(one.get("resolverName").asText()).isEqualTo("孟行远");
            assertThat(one.get("helped").asBoolean()).isTrue();
        });
    }

    @Test
    void theOthersStayWhenTheFirstFailsAgain() {
        var openings = refused(3);
        sandbox.breaks("boss", "refuse", Map.of("times", 1));

        var run =
                ended(started(Map.of("ids", openings.stream().map(this::fallout).toList())));

        assertThat(items(run).get(0).get("state").asText()).isEqualTo("failed-again");
        assertThat(items(run).get(0).get("message").asText()).isNotBlank();
        assertThat(items(run).subList(1, 3)).allSatisfy(item -> {
            assertThat(item.get("state").asText()).isEqualTo("stopped");
            assertThat(item.get("reason").asText()).isEqualTo("canary-failed");
        });
        var untouched = openings.stream()
                .filter(opening ->
                        sandbox.ledger(opening.getBusinessKey() + ":activate:2").isEmpty())
                .toList();
        assertThat(untouched).hasSize(2);
        openings.forEach(this::giveUp);
    }

    @Test
    void nothingIsClaimedBeforeItIsKnownAndWhatWaitsCanBeStopped() {
        var openings = refused(2);
        sandbox.behaves("boss", Map.of("manual", true));
        var id = started(Map.of("ids", openings.stream().map(this::fallout).toList()))
                .get("id")
                .asText();
        await().atMost(SOON)
                .until(() -> items(run(id)).get(0).get("state").asText().equals("asked"));

        assertThat(run(id).at("/counts/unknown").asInt()).isOne();
        assertThat(run(id).at("/counts/waiting").asInt()).isOne();
        var stopped = operations.post("/api/fallouts/runs/" + id + "/stop", Map.of());
        assertThat(stopped.json().at("/items/1/state").asText()).isEqualTo("stopped");
        assertThat(stopped.json().at("/items/1/reason").asText()).isEqualTo("person");

        sandbox.behaves("boss", Map.of("answerAfterMs", 200, "manual", false));
        var first = byFallout(openings, items(run(id)).get(0).get("fallout").asText());
        asSystem(() -> {
            answers.hear(answer(new Step(first.getBusinessKey(), "activate", 2), "boss", State.COMPLETED));
            return null;
        });
        assertThat(ended(run(id)).at("/counts/fixed").asInt()).isOne();
        openings.stream().filter(opening -> opening != first).forEach(this::giveUp);
        awaitEnd(first, "serviceOpened");
    }

    @Test
    void aRunGoesOnWhereItWasWhenTheServerIsStartedAgain() {
        var openings = refused(2);
        resending.stop();
        var id = started(Map.of("ids", openings.stream().map(this::fallout).toList()))
                .get("id")
                .asText();
        assertThat(run(id).at("/counts/waiting").asInt()).isEqualTo(2);

        resending.start();

        assertThat(ended(run(id)).at("/counts/fixed").asInt()).isEqualTo(2);
        openings.forEach(opening -> {
            awaitEnd(opening, "serviceOpened");
            assertThat(sandbox.applied(opening.getBusinessKey() + ":activate:2"))
                    .isOne();
        });
    }

    @Test
    void whatAColleagueHoldsOrAnotherRunHasIsLeftAlone() {
        var openings = refused(2);
        var held = awaitTask(openings.get(0), "resolveFallout").getId();
        assertThat(Caller.as("operations2.nanjing")
                        .post("/api/tasks/" + held + "/claim", Map.of())
                        .status())
                .isEqualTo(200);
        resending.stop();
        var ids = openings.stream().map(this::fallout).toList();
        var first = started(Map.of("ids", ids)).get("id").asText();
        var second = started(Map.of("ids", ids));
        assertThat(items(second))
                .allSatisfy(item -> assertThat(item.get("reason").asText()).isEqualTo("in-another-run"));

        resending.start();

        var run = ended(run(first));
        assertThat(item(run, ids.get(0)).get("reason").asText()).isEqualTo("held");
        assertThat(item(run, ids.get(1)).get("state").asText()).isEqualTo("fixed");
        awaitEnd(openings.get(1), "serviceOpened");
        giveUp(openings.get(0));
    }

    @Test
    void aPlannedRetryNeedNotWaitForItsTime() {
        sandbox.breaks("boss", "error500", Map.of());
        var opening = open("vpmn", "add");
        await().atMost(SOON)
                .until(() -> fallouts(opening).stream()
                        .anyMatch(row -> "retry".equals(row.get("plan")) && "open".equals(row.get("state"))));
        sandbox.heal();

        var run = ended(started(Map.of("ids", List.of(fallout(opening)))));

        assertThat(run.at("/counts/fixed").asInt()).as(run.toString()).isOne();
        awaitEnd(opening, "serviceOpened");
    }

    @Test
    void aCallIsSentAgainThroughTheFalloutItLiesIn() {
        var opening = refused(1).get(0);
        var key = opening.getBusinessKey() + ":activate:1";

        var unknown = operations.post("/api/calls/resend", Map.of("keys", List.of(key, "SO0:activate:1")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/errors/0/message").asText()).contains("SO0:activate:1");
        assertThat(Caller.as("operations.suzhou")
                        .post("/api/calls/resend", Map.of("keys", List.of(key)))
                        .status())
                .isEqualTo(422);
        assertThat(operations
                        .post("/api/calls/resend", Map.of("keys", List.of()))
                        .status())
                .isEqualTo(400);

        assertThat(again(key)).isEqualTo("in-fallout");
        var run = operations.post("/api/calls/resend", Map.of("keys", List.of(key)));

        assertThat(run.status()).as(run.body()).isEqualTo(202);
        awaitEnd(opening, "serviceOpened");
        assertThat(again(key)).isEqualTo("decided");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":activate:2")).isEqualTo(1);
    }

    @Test
    void whereNothingWasSentItHasHelpedOnceTheServiceOrderGoesOn() {
        List<ProcessInstance> openings;
        try (var table = EditedTable.answering("provisioning-path", "vpmn", "\"none\"")) {
            openings = List.of(withoutPath(), withoutPath());
            var before = fallout(openings.get(0));
            var run = ended(started(Map.of("ids", List.of(before))));
            assertThat(items(run).get(0).get("state").asText()).isEqualTo("failed-again");
        }
        var ids = openings.stream().map(this::fallout).toList();

        var run = ended(started(Map.of("ids", ids)));

        assertThat(run.at("/counts/fixed").asInt()).as(run.toString()).isEqualTo(2);
        openings.forEach(opening -> awaitEnd(opening, "serviceOpened"));
    }

    @Test
    void onlyTheCitysOwnPeopleSendAgain() {
        var opening = refused(1).get(0);
        var fallout = fallout(opening);
        var elsewhere = Caller.as("operations.suzhou");

        assertThat(elsewhere
                        .post("/api/fallouts/resend", Map.of("ids", List.of(fallout)))
                        .status())
                .isEqualTo(422);
        var skipped = Caller.as("admin").post("/api/fallouts/resend", Map.of("ids", List.of(fallout)));
        assertThat(skipped.json().at("/items/0/reason").asText()).isEqualTo("not-yours");
        var run = started(Map.of("ids", List.of(fallout))).get("id").asText();
        assertThat(elsewhere.get("/api/fallouts/runs/" + run).status()).isEqualTo(404);
        assertThat(elsewhere
                        .post("/api/fallouts/runs/" + run + "/stop", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/api/fallouts/runs").body()).doesNotContain(run);
        assertThat(elsewhere.get("/api/fallouts/export?q=" + fallout).body()).doesNotContain(fallout);
        assertThat(Caller.as("account-manager.nanjing")
                        .post("/api/fallouts/resend", Map.of("ids", List.of(fallout)))
                        .status())
                .isEqualTo(403);
        assertThat(operations.post("/api/fallouts/resend", Map.of()).status()).isEqualTo(400);
        assertThat(operations
                        .post("/api/fallouts/resend", Map.of("fingerprint", "boss:none:refused:0"))
                        .status())
                .isEqualTo(422);
        assertThat(operations.get("/api/fallouts/export?q=" + fallout).body())
                .startsWith("\uFEFF异常,订单")
                .contains(fallout);
        awaitEnd(opening, "serviceOpened");
    }

    private String again(String key) {
        return operations
                .post("/api/calls/again", Map.of("keys", List.of(key)))
                .json()
                .at("/0/outcome")
                .asText();
    }

    /** Service orders whose activation was refused, one after the other, so that only they are. */
    private List<ProcessInstance> refused(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    sandbox.breaks("boss", "refuse", Map.of("times", 1));
                    var opening = open("vpmn", "add");
                    awaitTask(opening, "resolveFallout");
                    return opening;
                })
                .toList();
    }

    private ProcessInstance withoutPath() {
        var opening = open("vpmn", "add");
        awaitTask(opening, "resolveFallout");
        return opening;
    }

    private String fallout(ProcessInstance opening) {
        return fallouts(opening).stream()
                .filter(row -> "open".equals(row.get("state")))
                .map(row -> (String) row.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private ProcessInstance byFallout(List<ProcessInstance> openings, String fallout) {
        return openings.stream()
                .filter(opening -> fallouts(opening).stream().anyMatch(row -> fallout.equals(row.get("id"))))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode group(String fallout) {
        var fingerprint = operations
                .get("/api/fallouts/" + fallout)
                .json()
                .get("fingerprint")
                .asText();
        var groups = operations
                .get("/api/fallouts/groups?system=boss&size=200")
                .json()
                .get("items");
        return StreamSupport.stream(groups.spliterator(), false)
                .filter(group -> group.get("fingerprint").asText().equals(fingerprint))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode started(Map<String, ?> wanted) {
        var answer = operations.post("/api/fallouts/resend", wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    private JsonNode run(String id) {
        return operations.get("/api/fallouts/runs/" + id).json();
    }

    private JsonNode ended(JsonNode run) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> run(run.get("id").asText()),
                        now -> !now.get("running").asBoolean());
    }

    private static List<JsonNode> items(JsonNode run) {
        return StreamSupport.stream(run.get("items").spliterator(), false).toList();
    }

    private static JsonNode item(JsonNode run, String fallout) {
        return items(run).stream()
                .filter(item -> item.get("fallout").asText().equals(fallout))
                .findFirst()
                .orElseThrow();
    }

    private void giveUp(ProcessInstance opening) {
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "测试结束"));
        awaitEnd(opening, "serviceNotOpened");
    }
}
