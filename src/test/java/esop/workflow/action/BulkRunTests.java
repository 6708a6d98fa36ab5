package esop.workflow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EsopTest
class BulkRunTests extends ActionScene {

    @AfterEach
    void withoutTheRoleAgain() {
        asSystem(() -> jdbc.sql("DELETE FROM identity.person_role WHERE person = 'legal' AND role = 'operations'")
                .update());
    }

    @Test
    void eachOfThemHasItsResultAndWhatFailedSaysWhy() {
        var tasks = new ArrayList<>(List.of(task));
        for (var i = 0; i < 30; i++) {
            giveTheErrands();
            tasks.add(task);
        }
        var another = tasks.get(3);
        act(colleague, another, "claim", Map.of());
        var unknown = UUID.randomUUID().toString();
        tasks.add(unknown);

        var started = start(operations, "claim", tasks);
        assertThat(started.get("total").asInt()).isEqualTo(32);
        var run = finished(operations, started);

        assertThat(run.get("done").asInt()).isEqualTo(30);
        assertThat(run.get("failed").asInt()).isEqualTo(2);
        assertThat(history("task.claimed")).as("history says by whom").containsExactly("operations.nanjing ");
        var failed =
                operations.get(path(started) + "/items?state=failed").json().get("items");
        assertThat(failed.findValuesAsText("taskId")).containsExactly(another, unknown);
        assertThat(failed.get(0).get("detail").asText()).contains("领取");
        assertThat(failed.get(0).get("name").asText()).isNotBlank();
        assertThat(failed.get(1).get("detail").asText()).contains(unknown);
        tasks.stream()
                .filter(id -> !id.equals(another) && !id.equals(unknown))
                .forEach(id -> assertThat(operations
                                .get("/api/tasks/" + id)
                                .json()
                                .get("assignee")
                                .asText())
                        .isEqualTo("operations.nanjing"));
        assertThat(colleague.get(path(started)).status()).isEqualTo(404);
        assertThat(colleague.post(path(started) + "/stop", Map.of()).status()).isEqualTo(404);
        assertThat(operations.get("/api/tasks/bulk-runs").json()).isEmpty();
    }

    @Test
    void theSameWordsAreSaidOfEachOfThem() {
        var first = task;
        giveTheErrands();
        var unknown = UUID.randomUUID().toString();
        var wish = Map.of("action", "comment", "ids", List.of(first, task, unknown), "reason", "节前不施工");

        var run = finished(
                operations, operations.post("/api/tasks/bulk-runs", wish).json());

        assertThat(run.get("done").asInt()).isEqualTo(2);
        assertThat(run.get("failed").asInt()).isEqualTo(1);
        for (var id : List.of(first, task)) {
            assertThat(operations.get("/api/tasks/" + id + "/comments").json().findValuesAsText("text"))
                    .containsExactly("节前不施工");
        }
        assertThat(start(operations, "comment", List.of(task)).get("status").asInt())
                .as("nothing is said")
                .isEqualTo(400);
    }

    @Test
    void fiveThousandAreStoppedInTheirMiddle() {
        var tasks = Stream.concat(
                        Stream.of(task),
                        Stream.generate(() -> UUID.randomUUID().toString()).limit(4_999))
                .toList();

        var started = start(operations, "claim", tasks);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> operations.get(path(started)).json().get("failed").asInt() > 20);
        assertThat(operations.get("/api/tasks/bulk-runs").json().findValuesAsText("id"))
                .contains(started.get("id").asText());
        var stopped = operations.post(path(started) + "/stop", Map.of()).json();

        assertThat(stopped.get("stopped").asInt()).isPositive();
        var run = finished(operations, started);
        assertThat(run.get("stopped").asInt()).isEqualTo(stopped.get("stopped").asInt());
        assertThat(run.get("done").asInt()).isEqualTo(1);
        assertThat(run.get("done").asInt()
                        + run.get("failed").asInt()
                        + run.get("stopped").asInt())
                .isEqualTo(5_000);
        assertThat(start(
                                operations,
                                "claim",
                                Stream.concat(tasks.stream(), Stream.of("one more"))
                                        .toList())
                        .get("status")
                        .asInt())
                .isEqualTo(400);
        assertThat(start(operations, "claim", List.of()).get("status").asInt()).isEqualTo(400);
        assertThat(start(operations, "explode", tasks).get("status").asInt()).isEqualTo(400);
    }

    /** The second run takes its turns while the first has thousands left. */
    @Test
    void aLongRunHoldsUpNobodyElse() {
        var long_ = start(
                colleague,
                "claim",
                Stream.generate(() -> UUID.randomUUID().toString()).limit(5_000).toList());

        var run = finished(operations, start(operations, "claim", List.of(task)));

        assertThat(run.get("done").asInt()).isEqualTo(1);
        assertThat(colleague.get(path(long_)).json().get("finished").isNull()).isTrue();
        colleague.post(path(long_) + "/stop", Map.of());
    }

    @Test
    void whoLosesTheRoleMeanwhileDoesNothingMore() {
        asSystem(() -> jdbc.sql("INSERT INTO identity.person_role (person, role) VALUES ('legal', 'operations')")
                .update());
        var once = Caller.browser("legal");
        var tasks = Stream.concat(
                        Stream.generate(() -> UUID.randomUUID().toString()).limit(1_000), Stream.of(task))
                .toList();
        var started = start(once, "claim", tasks);
        withoutTheRoleAgain();

        var run = finished(once, started);

        assertThat(run.get("done").asInt()).isZero();
        assertThat(operations.get("/api/tasks/" + task).json().get("assignee").isNull())
                .isTrue();
    }

    @Test
    void aFormThatMustBeFilledInIsNotCompletedUnseen() {
        act(operations, "claim", Map.of());

        var started = start(operations, "complete", List.of(task));

        assertThat(finished(operations, started).get("failed").asInt()).isEqualTo(1);
        assertThat(operations
                        .get(path(started) + "/items?state=failed")
                        .json()
                        .at("/items/0/detail")
                        .asText())
                .contains("必填");
    }

    private static JsonNode start(Caller caller, String action, List<String> ids) {
        return caller.post("/api/tasks/bulk-runs", Map.of("action", action, "ids", ids))
                .json();
    }

    private static JsonNode finished(Caller caller, JsonNode run) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !caller.get(path(run)).json().get("finished").isNull());
        return caller.get(path(run)).json();
    }

    private static String path(JsonNode run) {
        return "/api/tasks/bulk-runs/" + run.get("id").asText();
    }
}
