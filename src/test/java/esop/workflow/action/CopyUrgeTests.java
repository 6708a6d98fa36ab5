package esop.workflow.action;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class CopyUrgeTests extends ActionScene {

    @Autowired
    private IdentityService identity;

    @AfterEach
    void withoutTheRoleAgain() {
        asSystem(() -> jdbc.sql("DELETE FROM identity.person_role WHERE person = 'legal' AND role = 'operations'")
                .update());
    }

    @Test
    void aCopyIsSeenAndNotWorkedOn() {
        var sent = act(operations, "cc", Map.of("to", List.of("manager.nanjing"), "note", "请知悉"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(ids(manager, "cc")).containsExactly(task);
        assertThat(ids(manager, "all")).isEmpty();
        assertThat(manager.get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(manager.get("/api/tasks/" + task + "/form").status()).isEqualTo(200);
        assertThat(act(manager, "claim", Map.of()).status()).isEqualTo(403);
        assertThat(complete(manager, task).status()).isEqualTo(403);
        assertThat(told(manager, task)).containsExactly("copied");
        act(operations, "cc", Map.of("to", List.of("manager.nanjing")));
        assertThat(told(manager, task)).containsExactly("copied");
        complete(operations, task);
        assertThat(ids(manager, "cc")).containsExactly(task);
        assertThat(history("task.copied")).containsExactly("operations.nanjing 请知悉");
        assertThat(act(operations, "cc", Map.of("to", List.of("manager.suzhou")))
                        .status())
                .isEqualTo(422);
        assertThat(act(operations, "cc", Map.of("to", List.of("si.local"))).status())
                .isEqualTo(422);
        assertThat(act(elsewhere, "cc", Map.of("to", List.of("manager.nanjing")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoWaitsForItUrgesAndNotTooOftenADay() {
        act(operations, "claim", Map.of());

        for (var times = 0; times < 3; times++) {
            assertThat(act(colleague, "urge", Map.of("note", "客户在等")).status()).isEqualTo(200);
        }

        var refused = act(colleague, "urge", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText()).contains("3");
        assertThat(told(operations, task)).containsExactly("urged", "urged", "urged");
        assertThat(operations.get("/api/tasks/" + task).json().get("urged").asInt())
                .isEqualTo(3);
        assertThat(history("task.urged")).hasSize(3).allMatch(entry -> entry.contains("客户在等"));
        assertThat(act(operations, "urge", Map.of()).status()).isEqualTo(409);
        assertThat(act(elsewhere, "urge", Map.of()).status()).isEqualTo(404);
        assertThat(act(accountManager, "urge", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void whatIsPutOffSaysUntilWhen() {
        act(operations, "claim", Map.of());
        var day = LocalDate.now().plusDays(3).toString();

        var off = act(operations, "follow-up", Map.of("on", day, "reason", "客户下周才有空"));

        assertThat(off.status()).as(off.body()).isEqualTo(200);
        assertThat(off.json().get("followUp").asText()).isNotBlank();
        assertThat(ids(operations, "later")).containsExactly(task);
        assertThat(ids(operations, "mine")).containsExactly(task);
        assertThat(history("task.followed-up")).containsExactly("operations.nanjing 客户下周才有空");
        assertThat(act(operations, "follow-up", Map.of()).json().get("followUp").isNull())
                .isTrue();
        assertThat(ids(operations, "later")).isEmpty();
        for (var wrong : List.of("2020-01-01", "2199-01-01")) {
            assertThat(act(operations, "follow-up", Map.of("on", wrong)).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(act(operations, "follow-up", Map.of("on", "soon")).status()).isEqualTo(400);
    }

    @Test
    void aRoleTakenAwayCountsAtOnceAndWhatItsHolderHadIsFree() {
        asSystem(() -> jdbc.sql("INSERT INTO identity.person_role (person, role) VALUES ('legal', 'operations')")
                .update());
        var once = Caller.browser("legal");
        assertThat(act(once, "claim", Map.of()).status()).isEqualTo(200);
        withoutTheRoleAgain();

        for (var action : List.of("complete", "unclaim", "delegate", "follow-up")) {
            assertThat(act(once, action, Map.of("to", "operations.nanjing")).status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(act(operations, "claim", Map.of()).json().get("assignee").asText())
                .isEqualTo("operations.nanjing");
    }

    @Test
    void whoBeganAFlowSeesItsOpenStepsAndUrgesThem() {
        identity.setAuthentication("account-manager.nanjing", List.of(Groups.CAMUNDA_ADMIN));
        try {
            giveTheErrands();
        } finally {
            identity.clearAuthentication();
        }

        assertThat(ids(accountManager, "started")).containsExactly(task);
        assertThat(ids(operations, "started")).isEmpty();
        assertThat(ids(accountManager, "all")).isEmpty();
        assertThat(accountManager.get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(act(accountManager, "claim", Map.of()).status()).isEqualTo(403);
        assertThat(act(accountManager, "urge", Map.of("note", "客户在等")).status()).isEqualTo(200);
        assertThat(told(operations, task)).containsExactly("urged");
        assertThat(told(colleague, task)).containsExactly("urged");
        complete(operations, task);
        assertThat(ids(accountManager, "started")).containsExactly(taskAt("checkErrand"));
    }

    @Test
    void aMentionReachesOnlyWhoMaySeeTheTask() {
        var said = act(operations, "comments", Map.of("text", "@同事 请看", "mentions", List.of("operations2.nanjing")));

        assertThat(said.status()).as(said.body()).isEqualTo(201);
        assertThat(said.json().at("/mentions/0/id").asText()).isEqualTo("operations2.nanjing");
        assertThat(told(colleague, task)).containsExactly("mentioned");
        assertThat(act(operations, "comments", Map.of("text", "?", "mentions", List.of("manager.nanjing")))
                        .status())
                .isEqualTo(422);
        var offered =
                operations.get("/api/tasks/" + task + "/people?purpose=mention").json();
        assertThat(offered.findValuesAsText("id"))
                .contains("operations2.nanjing")
                .doesNotContain("manager.nanjing");
        act(operations, "cc", Map.of("to", List.of("manager.nanjing")));
        assertThat(act(operations, "comments", Map.of("text", "!", "mentions", List.of("manager.nanjing")))
                        .status())
                .isEqualTo(201);
        assertThat(elsewhere.get("/api/tasks/" + task + "/people").status()).isEqualTo(404);
    }

    @Test
    void whatIsSaidAboutATaskIsNotToldToWhoDoesNotSeeIt() {
        act(operations, "claim", Map.of());
        act(operations, "comments", Map.of("text", "客户想离网，先别外传"));
        act(operations, "opinions", Map.of("place", "before", "of", List.of("manager.nanjing"), "question", "能让利吗"));
        assertThat(history("task.commented")).containsExactly("operations.nanjing 客户想离网，先别外传");
        assertThat(history("task.opinion-before")).containsExactly("operations.nanjing 能让利吗");

        var approver = Caller.as("approver.nanjing");
        assertThat(approver.get("/api/tasks/" + task + "/comments").status()).isEqualTo(403);
        var told = approver.get("/api/instances/" + instance + "/timeline");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body())
                .contains("task.commented", "task.opinion-before")
                .doesNotContain("外传", "让利");
    }

    @Test
    void noticesAreOnesOwnAndSeenOnce() {
        act(operations, "cc", Map.of("to", List.of("manager.nanjing")));
        var before = manager.get("/api/notices/counts").json().get("unseen").asInt();
        var id = manager.get("/api/notices").json().at("/items/0/id").asText();

        assertThat(operations.post("/api/notices/" + id + "/seen", Map.of()).status())
                .isEqualTo(404);
        assertThat(manager.post("/api/notices/" + id + "/seen", Map.of()).status())
                .isEqualTo(204);
        assertThat(manager.get("/api/notices/counts").json().get("unseen").asInt())
                .isEqualTo(before - 1);
        assertThat(manager.post("/api/notices/seen", Map.of()).status()).isEqualTo(204);
        assertThat(manager.get("/api/notices/counts").json().get("unseen").asInt())
                .isZero();
    }

    @Test
    void manyAtOnceEachHasItsOwnResultAndThereIsALimit() {
        var ids = new ArrayList<>(List.of(task, UUID.randomUUID().toString()));
        var results = operations
                .post("/api/tasks/bulk", Map.of("action", "delegate", "ids", ids, "to", "operations2.nanjing"))
                .json()
                .get("results");
        assertThat(results.findValuesAsText("ok")).containsExactly("true", "false");
        assertThat(results.get(1).get("detail").asText()).contains(ids.get(1));
        var completed = operations
                .post("/api/tasks/bulk", Map.of("action", "complete", "ids", List.of(task), "data", Map.of()))
                .json();
        assertThat(completed.at("/results/0/ok").asBoolean()).isFalse();

        var key = UUID.randomUUID().toString();
        var once = Caller.as("operations2.nanjing").with("Idempotency-Key", key);
        var both = Map.of("action", "follow-up", "ids", List.of(ids.get(1), task), "reason", "?");
        var first = once.post("/api/tasks/bulk", both);
        assertThat(first.json().get("results").findValuesAsText("ok")).containsExactly("false", "true");
        assertThat(once.post("/api/tasks/bulk", both).body()).isEqualTo(first.body());

        var thousands = new ArrayList<String>();
        for (var at = 0; at < 5_000; at++) {
            thousands.add(UUID.randomUUID().toString());
        }
        var refused = operations.post("/api/tasks/bulk", Map.of("action", "claim", "ids", thousands));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/message").asText()).contains("200");
        assertThat(operations
                        .post("/api/tasks/bulk", Map.of("action", "explode", "ids", List.of(task)))
                        .status())
                .isEqualTo(400);
        assertThat(operations
                        .post("/api/tasks/bulk", Map.of("action", "assign", "ids", List.of(task)))
                        .status())
                .isEqualTo(400);
    }
}
