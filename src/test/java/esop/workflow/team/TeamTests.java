package esop.workflow.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class TeamTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private final Caller worker = Caller.as("operations.nanjing");
    private final Caller superior = Caller.as("manager.nanjing");
    private final Caller above = Caller.as("manager");
    private final String key = "E" + UUID.randomUUID();
    private String task;

    @BeforeEach
    void anErrandInTheHandsOfAWorker() {
        var instance = runtime.startProcessInstanceByKey(
                "errand", key, Map.of("city", "nanjing", "priority", 2, "product", "leased-line"));
        task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    @Test
    void aSuperiorSeesWhatTheirPeopleHaveInHandHoweverFarBelow() {
        var before = member(superior, "operations.nanjing").get("open").asInt();
        assertThat(ids(superior)).as("unclaimed work is nobody's").isEmpty();
        claim();

        assertThat(ids(superior)).containsExactly(task);
        assertThat(ids(above)).containsExactly(task);
        assertThat(member(superior, "operations.nanjing").get("open").asInt()).isEqualTo(before + 1);
        assertThat(superior.get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(ids(superior, "&assignee=operations2.nanjing")).isEmpty();
    }

    @Test
    void nobodySeesTheirSuperiorsOrTheirEqualsTasks() {
        claim();

        assertThat(ids(Caller.as("operations2.nanjing"))).isEmpty();
        assertThat(ids(Caller.as("manager.suzhou"))).isEmpty();
        assertThat(ids(Caller.as("manager2.nanjing"))).isEmpty();
        assertThat(Caller.as("manager2.nanjing").get("/api/tasks/" + task).status())
                .isEqualTo(403);
        assertThat(Caller.as("manager.suzhou").get("/api/tasks/" + task).status())
                .isEqualTo(404);
        assertThat(worker.get("/api/team").json()).isEmpty();
    }

    @Test
    void aCountOfTheTeamIsToldOnlyWhereThereIsOne() {
        claim();
        assertThat(superior.get("/api/tasks/counts").json().get("team").asInt()).isPositive();
        assertThat(worker.get("/api/tasks/counts").json().get("team").isNull()).isTrue();
    }

    @Test
    void aSuperiorGivesItToSomebodyElseWhoMayWorkOnItAndTheHistorySaysSo() {
        claim();
        var answer = superior.post(
                "/api/tasks/bulk",
                Map.of("action", "assign", "ids", List.of(task), "to", "operations2.nanjing", "reason", "周末值班"));

        assertThat(answer.json().at("/results/0/ok").asBoolean())
                .as(answer.body())
                .isTrue();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("operations2.nanjing");
        var instance =
                superior.get("/api/tasks/" + task).json().get("instanceId").asText();
        assertThat(worker.get("/api/instances/" + instance + "/timeline").body())
                .contains("周末值班")
                .contains("秦望舒");
    }

    @Test
    void butNeitherDoesItThemselvesNorGivesItToAnybodyAtAll() {
        claim();
        assertThat(superior.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("result", "done")))
                        .status())
                .isEqualTo(403);
        assertThat(superior.post("/api/tasks/" + task + "/assign", Map.of("to", "account-manager.nanjing"))
                        .status())
                .isEqualTo(422);
        assertThat(Caller.as("manager2.nanjing")
                        .post("/api/tasks/" + task + "/assign", Map.of("to", "operations2.nanjing"))
                        .status())
                .isEqualTo(403);
        assertThat(superior.get("/api/tasks/" + task + "/actions").json().findValuesAsText("action"))
                .contains("assign", "urge")
                .doesNotContain("claim", "unclaim", "delegate");
    }

    private void claim() {
        assertThat(worker.post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(200);
    }

    private List<String> ids(Caller who) {
        return ids(who, "");
    }

    private List<String> ids(Caller who, String more) {
        return who.get("/api/tasks?view=team&q=" + key + more).json().get("items").findValuesAsText("id").stream()
                .filter(task::equals)
                .toList();
    }

    private static JsonNode member(Caller who, String id) {
        return StreamSupport.stream(who.get("/api/team").json().spliterator(), false)
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
