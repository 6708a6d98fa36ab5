package esop.workflow.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EsopTest
class DraftTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private final Caller operations = Caller.as("operations.nanjing");
    private final Caller colleague = Caller.as("operations2.nanjing");
    private String task;

    @BeforeEach
    void anErrandOfMine() {
        var instance = runtime.startProcessInstanceByKey(
                "errand",
                "E" + UUID.randomUUID(),
                Map.of("city", "nanjing", "priority", 2, "product", "leased-line", "steps", 3));
        task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        operations.post("/api/tasks/" + task + "/claim", Map.of());
    }

    @Test
    void whatWasTypedIsKeptAsItIsAndComesBackOnAnotherMachine() {
        assertThat(save(operations, Map.of("receipt", "不合规", "steps", 3, "paid", false))
                        .status())
                .isEqualTo(200);

        var draft = draft(Caller.fresh("operations.nanjing"));
        assertThat(draft.get("own").asBoolean()).isTrue();
        assertThat(draft.get("data").toString())
                .as("only what differs from the form, also what it would refuse")
                .isEqualTo("{\"receipt\":\"不合规\"}");
        assertThat(draft.get("lost")).isEmpty();
        assertThat(operations
                        .get("/api/tasks/" + task + "/form")
                        .json()
                        .at("/data/receipt")
                        .isMissingNode())
                .as("the process knows nothing of it")
                .isTrue();
    }

    @Test
    void whatTheReaderMayNotFillInAndWhatIsSensitiveIsNotKept() {
        save(operations, Map.of("product", "mas", "idCard", "320102", "unknown", "x", "note", "写到一半"));

        assertThat(draft(operations).get("data").toString()).isEqualTo("{\"note\":\"写到一半\"}");
        assertThat(stored()).doesNotContain("320102");
    }

    @Test
    void whatIsBackAsItWasIsNoDraft() {
        save(operations, Map.of("note", "写到一半"));
        assertThat(save(operations, Map.of("note", "")).json().get("saved").isNull())
                .isTrue();
        assertThat(operations.get("/api/tasks/" + task + "/draft").status()).isEqualTo(204);
    }

    @Test
    void aDraftIsItsWritersUntilTheTaskIsHandedOver() {
        save(operations, Map.of("note", "已与客户通话"));
        assertThat(colleague.get("/api/tasks/" + task + "/draft").status()).isEqualTo(204);

        operations.post("/api/tasks/" + task + "/assign", Map.of("to", "operations2.nanjing"));

        var shared = draft(colleague);
        assertThat(shared.get("own").asBoolean()).isFalse();
        assertThat(shared.get("byName").asText()).isEqualTo("孟行远");
        assertThat(shared.at("/data/note").asText()).isEqualTo("已与客户通话");
    }

    @Test
    void whatACandidateOnlyTriedIsNotPassedOn() {
        operations.post("/api/tasks/" + task + "/unclaim", Map.of());
        save(colleague, Map.of("note", "我先看看"));
        operations.post("/api/tasks/" + task + "/claim", Map.of());

        assertThat(operations.get("/api/tasks/" + task + "/draft").status()).isEqualTo(204);
        assertThat(draft(colleague).at("/data/note").asText()).isEqualTo("我先看看");
    }

    @Test
    void theNewHolderTakesTheDraftOrDropsIt() {
        save(operations, Map.of("note", "已与客户通话"));
        operations.post("/api/tasks/" + task + "/assign", Map.of("to", "operations2.nanjing"));

        assertThat(colleague
                        .post("/api/tasks/" + task + "/draft/take", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(draft(colleague).get("own").asBoolean()).isTrue();
        assertThat(draft(colleague).at("/data/note").asText()).isEqualTo("已与客户通话");
        assertThat(operations.get("/api/tasks/" + task + "/draft").status()).isEqualTo(204);

        colleague.post("/api/tasks/" + task + "/assign", Map.of("to", "operations.nanjing"));
        assertThat(operations.delete("/api/tasks/" + task + "/draft").status()).isEqualTo(204);
        assertThat(operations.get("/api/tasks/" + task + "/draft").status()).isEqualTo(204);
    }

    @Test
    void aFormThatChangedKeepsWhatFitsAndSaysWhatDoesNot() {
        save(operations, Map.of("note", "写到一半", "result", "done"));
        DataScope.asSystem(() ->
                transaction.execute(status -> jdbc.sql("""
                        UPDATE workflow.task_draft
                        SET content = replace(replace(content, '"done"', '"half"'), '"note":', '"colour":{"value":"红","label":"颜色"},"note":')
                        WHERE task_id = :task
                        """).param("task", task).update()));

        var draft = draft(operations);
        assertThat(draft.get("data").toString()).isEqualTo("{\"note\":\"写到一半\"}");
        assertThat(draft.get("lost").findValuesAsText("label")).containsExactlyInAnyOrder("颜色", "结果");
        assertThat(draft.get("lost").findValuesAsText("value")).containsExactlyInAnyOrder("红", "half");
    }

    @Test
    void itGoesWithTheTask() {
        save(operations, Map.of("note", "写到一半"));
        operations.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("result", "done")));

        assertThat(stored()).isEmpty();
        assertThat(save(operations, Map.of("note", "迟了")).status()).isEqualTo(409);
        assertThat(stored()).isEmpty();
        assertThat(operations.get("/api/tasks/" + task + "/draft").status()).isEqualTo(204);
    }

    @Test
    void nobodyElseReadsOrWritesOne() {
        assertThat(save(Caller.as("operations.suzhou"), Map.of("note", "x")).status())
                .isEqualTo(404);
        assertThat(save(Caller.as("account-manager.nanjing"), Map.of("note", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(Caller.as("account-manager.nanjing")
                        .get("/api/tasks/" + task + "/draft")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itDoesNotGrowWithoutEnd() {
        var answer = save(operations, Map.of("note", "长".repeat(200_001)));
        assertThat(answer.status()).isEqualTo(400);
    }

    private Caller.Answer save(Caller who, Map<String, ?> data) {
        return who.put("/api/tasks/" + task + "/draft", Map.of("data", data));
    }

    private JsonNode draft(Caller who) {
        var answer = who.get("/api/tasks/" + task + "/draft");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String stored() {
        return DataScope.asSystem(() -> transaction.execute(status -> String.join(
                "",
                jdbc.sql("SELECT content FROM workflow.task_draft WHERE task_id = :task")
                        .param("task", task)
                        .query(String.class)
                        .list())));
    }
}
