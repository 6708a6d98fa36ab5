package esop.workflow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EditedTable;
import esop.EsopTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EsopTest
class OpinionTests extends ActionScene {

    private static final String MANAGER = "manager.nanjing";

    @Test
    void aTaskWaitsForTheOpinionAskedForBeforeIt() {
        act(operations, "claim", Map.of());
        var asked = ask("before", MANAGER);
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);

        var entry = only(manager.get("/api/tasks?view=mine&q=" + key).json());
        var id = entry.get("id").asText();
        assertThat(entry.get("kind").asText()).isEqualTo("opinion");
        assertThat(entry.get("about").asText()).isEqualTo(task);
        assertThat(entry.get("name").asText()).isEqualTo("跑差事");
        assertThat(entry.get("due").asText()).isGreaterThan(entry.get("created").asText());
        assertThat(told(manager, id)).containsExactly("opinion-asked");

        var early = complete(operations, task);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().get("detail").asText()).contains("意见");

        var form = manager.get("/api/tasks/" + id + "/form").json();
        assertThat(form.get("schema").toString()).contains("opinionAgrees").contains("\"readonly\":true");
        assertThat(form.get("data").get("opinionAsked").asText()).isEqualTo("可以这样办吗");
        assertThat(answer(manager, id, "disagree", null).status()).isEqualTo(400);
        var given = answer(manager, id, "agree", "同意，注意安全");
        assertThat(given.status()).as(given.body()).isEqualTo(200);

        assertThat(ids(manager, "mine")).isEmpty();
        assertThat(ids(manager, "done")).containsExactly(id);
        assertThat(told(operations, task)).containsExactly("agreed");
        assertThat(answer(manager, id, "agree", "再说一次").status()).isEqualTo(409);
        assertThat(complete(operations, task).status()).isEqualTo(200);
        assertThat(history("task.opinion-before")).containsExactly("operations.nanjing 可以这样办吗");
        assertThat(history("task.agreed")).containsExactly("manager.nanjing 同意，注意安全");
        assertThat(opinions().get(0).get("state").asText()).isEqualTo("agreed");
    }

    @Test
    void itCanBeTakenBackAndThenNobodyWaitsForIt() {
        act(operations, "claim", Map.of());
        ask("before", MANAGER);
        var id = opinions().get(0).get("id").asText();

        assertThat(withdraw(colleague, id).status()).isEqualTo(403);
        assertThat(withdraw(elsewhere, id).status()).isEqualTo(404);
        assertThat(withdraw(operations, id).status()).isEqualTo(204);

        assertThat(ids(manager, "mine")).isEmpty();
        assertThat(answer(manager, id, "agree", null).status()).isEqualTo(409);
        assertThat(withdraw(operations, id).status()).isEqualTo(409);
        assertThat(history("task.opinion-withdrawn")).containsExactly("operations.nanjing 已电话确认");
        assertThat(complete(operations, task).status()).isEqualTo(200);
    }

    @Test
    void whyItIsNoLongerWantedIsSaidAndTheTableMayForbidIt() {
        act(operations, "claim", Map.of());
        ask("before", MANAGER);
        var id = opinions().get(0).get("id").asText();
        assertThat(act(operations, "opinions/" + id + "/withdraw", Map.of()).status())
                .isEqualTo(400);
        assertThat(offers(operations, task, "opinion-withdraw")).isTrue();
        assertThat(offers(colleague, task, "opinion-withdraw")).isFalse();

        try (var table = EditedTable.beginningWith(
                "task-actions",
                List.of("\"two-errands\"", "", "", "\"opinion-withdraw\""),
                "false",
                "",
                "",
                "",
                "\"问了就要等\"",
                "\"Once asked, wait\"")) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(offers(operations, task, "opinion-withdraw"))
                            .isFalse());
            var refused = withdraw(operations, id);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("detail").asText()).isIn("问了就要等", "Once asked, wait");
        }
    }

    @Test
    void whatIsAskedAfterComesWhenTheTaskIsDoneAndHoldsNothingUp() {
        act(operations, "claim", Map.of());
        ask("after", MANAGER);
        assertThat(ids(manager, "mine")).isEmpty();

        complete(operations, task);

        var id = only(manager.get("/api/tasks?view=mine&q=" + key).json())
                .get("id")
                .asText();
        assertThat(taskAt("checkErrand")).isNotNull();
        assertThat(manager.get("/api/tasks/" + id + "/form").status()).isEqualTo(200);
        assertThat(answer(manager, id, "disagree", "下次先问我").status()).isEqualTo(200);
        assertThat(told(operations, task)).containsExactly("disagreed");
        assertThat(history("task.disagreed")).containsExactly("manager.nanjing 下次先问我");
    }

    @Test
    void afterItsDueTimeNobodyWaitsAnyMore() {
        act(operations, "claim", Map.of());
        ask("before", MANAGER);
        asSystem(() -> jdbc.sql(
                        "UPDATE workflow.task_opinion SET due = now() - interval '1 minute' WHERE task_id = :task")
                .param("task", task)
                .update());

        assertThat(complete(operations, task).status()).isEqualTo(200);

        assertThat(ids(manager, "mine")).isEmpty();
        assertThat(opinions().get(0).get("state").asText()).isEqualTo("lapsed");
        assertThat(history("task.opinion-lapsed")).hasSize(1);
    }

    @Test
    void aCancelledTaskAsksNobody() {
        act(operations, "claim", Map.of());
        ask("before", MANAGER);
        ask("after", "operations2.nanjing");

        runtime.deleteProcessInstance(instance, "test");

        assertThat(ids(manager, "mine")).isEmpty();
        assertThat(ids(colleague, "mine")).isEmpty();
        assertThat(opinions()).extracting(one -> one.get("state").asText()).containsExactly("lapsed", "withdrawn");
    }

    @Test
    void theEngineItselfWaitsForIt() {
        act(operations, "claim", Map.of());
        ask("before", MANAGER);
        assertThatThrownBy(() -> asSystem(() -> {
                    tasks.complete(task, Map.of("result", "done"));
                    return null;
                }))
                .hasMessageContaining("意见");
    }

    @Test
    void whoIsAskedSeesTheTaskAndMayNotWorkOnIt() {
        assertThat(manager.get("/api/tasks/" + task).status()).isEqualTo(403);
        act(operations, "claim", Map.of());
        ask("before", MANAGER);

        assertThat(manager.get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(complete(manager, task).status()).isEqualTo(403);
        assertThat(act(manager, "unclaim", Map.of()).status()).isEqualTo(403);
        var id = opinions().get(0).get("id").asText();
        assertThat(answer(operations, id, "agree", null).status()).isEqualTo(403);
        assertThat(answer(colleague, id, "agree", null).status()).isEqualTo(403);
        for (var action : List.of("assign", "delegate")) {
            assertThat(act(manager, id, action, Map.of("to", "operations2.nanjing"))
                            .status())
                    .as(action)
                    .isEqualTo(409);
        }
    }

    @Test
    void onlyPeopleOfTheHouseAndTheCityAreAsked() {
        act(operations, "claim", Map.of());
        for (var of : List.of("manager.suzhou", "si.local", "hotline-client", "nobody", "operations.nanjing")) {
            assertThat(ask("before", of).status()).as(of).isEqualTo(422);
        }
        assertThat(ask("sometime", MANAGER).status()).isEqualTo(400);
        assertThat(act(operations, "opinions", Map.of("place", "before", "of", List.of(MANAGER)))
                        .status())
                .isEqualTo(400);
        ask("before", MANAGER);
        assertThat(ask("before", MANAGER).status()).isEqualTo(409);
        assertThat(act(colleague, "opinions", Map.of("place", "before", "of", List.of(MANAGER), "question", "?"))
                        .status())
                .isEqualTo(409);
    }

    private Caller.Answer ask(String place, String of) {
        return act(operations, "opinions", Map.of("place", place, "of", List.of(of), "question", "可以这样办吗"));
    }

    private Caller.Answer answer(Caller who, String id, String agrees, String words) {
        var data = words == null
                ? Map.of("opinionAgrees", agrees)
                : Map.of("opinionAgrees", agrees, "opinionWords", words);
        return act(who, id, "complete", Map.of("data", data));
    }

    private Caller.Answer withdraw(Caller who, String opinion) {
        return act(who, "opinions/" + opinion + "/withdraw", Map.of("reason", "已电话确认"));
    }

    private JsonNode opinions() {
        return operations.get("/api/tasks/" + task + "/opinions").json();
    }

    private static JsonNode only(JsonNode page) {
        assertThat(page.get("total").asInt()).isEqualTo(1);
        return page.get("items").get(0);
    }
}
