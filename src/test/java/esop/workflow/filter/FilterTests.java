package esop.workflow.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class FilterTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private final String customer = "F" + UUID.randomUUID().toString().substring(0, 8);
    private Caller operations;
    private Caller colleague;
    private Caller elsewhere;

    @BeforeEach
    void threeErrandsInNanjingAndOneInSuzhou() {
        operations = Caller.as("operations.nanjing");
        colleague = Caller.as("operations2.nanjing");
        elsewhere = Caller.as("operations.suzhou");
        for (var city : List.of("nanjing", "nanjing", "nanjing", "suzhou")) {
            runtime.startProcessInstanceByKey(
                    "errand",
                    customer + UUID.randomUUID(),
                    Map.of("city", city, "priority", 2, "customerId", customer, "product", "leased-line"));
        }
    }

    @AfterEach
    void forgetFilters() {
        jdbc.sql("DELETE FROM workflow.task_filter").update();
    }

    @Test
    void aKeptFilterShowsHowManyTasksItFinds() {
        var id = keep(operations, "加急", Map.of("q", customer));

        var row = row(operations, id);
        assertThat(row.get("name").asText()).isEqualTo("加急");
        assertThat(row.get("view").asText()).isEqualTo("group");
        assertThat(row.get("own").asBoolean()).isTrue();
        assertThat(row.get("count").asInt()).isEqualTo(3);
        assertThat(operations
                        .get("/api/tasks?view=group&q=" + customer)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void sharedWithAGroupItShowsEachMemberTheirOwnTasksAndNobodyElseAnything() {
        var id = keep(operations, "南京支撑", Map.of("customer", customer, "sharedWith", "operations@nanjing"));

        var seen = row(colleague, id);
        assertThat(seen.get("own").asBoolean()).isFalse();
        assertThat(seen.get("ownerName").asText()).isEqualTo("孟行远");
        assertThat(seen.get("sharedWithName").asText()).contains("南京");
        assertThat(seen.get("count").asInt()).isEqualTo(3);
        assertThat(row(elsewhere, id)).isNull();
        assertThat(row(Caller.as("account-manager.nanjing"), id)).isNull();
    }

    @Test
    void sharedWithAnOrganizationItsPeopleSeeItAlsoFurtherDown() {
        var id = keep(operations, "全市", Map.of("customer", customer, "sharedWith", "nanjing"));

        assertThat(row(Caller.as("hall.nanjing"), id)).isNotNull();
        assertThat(row(Caller.as("account-manager.nanjing"), id).get("count").asInt())
                .isZero();
        assertThat(row(elsewhere, id)).isNull();
    }

    @Test
    void aSharedFilterStaysItsOwners() {
        var id = keep(operations, "我的规矩", Map.of("sharedWith", "operations@nanjing"));

        assertThat(colleague
                        .put("/api/task-filters/" + id, wish("改名", Map.of()))
                        .status())
                .isEqualTo(403);
        assertThat(colleague.delete("/api/task-filters/" + id).status()).isEqualTo(403);
        assertThat(elsewhere.delete("/api/task-filters/" + id).status()).isEqualTo(404);
        assertThat(row(operations, id).get("name").asText()).isEqualTo("我的规矩");
    }

    @Test
    void oneSharesOnlyWithGroupsOneBelongsTo() {
        var answer = operations.post("/api/task-filters", wish("越界", Map.of("sharedWith", "operations@suzhou")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("sharedWith");

        var offered = operations.get("/api/task-filters/groups").json();
        assertThat(offered.findValuesAsText("id"))
                .contains("operations@nanjing", "nanjing-operations", "nanjing", "jiangsu")
                .doesNotContain("operations@suzhou", "suzhou");
    }

    @Test
    void whatWasDeletedCanBeBroughtBackByItsOwnerOnly() {
        var id = keep(operations, "误删", Map.of("sharedWith", "operations@nanjing"));

        assertThat(operations.delete("/api/task-filters/" + id).status()).isEqualTo(204);
        assertThat(row(operations, id)).isNull();
        assertThat(row(colleague, id)).isNull();
        assertThat(colleague
                        .post("/api/task-filters/" + id + "/restore", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(operations
                        .post("/api/task-filters/" + id + "/restore", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(row(operations, id)).isNotNull();
    }

    @Test
    void anOlderRevisionIsRefused() {
        var id = keep(operations, "第一版", Map.of());

        assertThat(operations
                        .put("/api/task-filters/" + id, wish("第二版", Map.of("revision", 1)))
                        .status())
                .isEqualTo(204);
        assertThat(operations
                        .put("/api/task-filters/" + id, wish("又一版", Map.of("revision", 1)))
                        .status())
                .isEqualTo(409);
        assertThat(row(operations, id).get("name").asText()).isEqualTo("第二版");
    }

    @Test
    void whereOnesInboxBeginsIsOnesOwnChoice() {
        var id = keep(operations, "默认", Map.of("sharedWith", "operations@nanjing"));

        assertThat(colleague.put("/api/task-filters/default", Map.of("id", id)).status())
                .isEqualTo(204);
        assertThat(row(colleague, id).get("isDefault").asBoolean()).isTrue();
        assertThat(row(operations, id).get("isDefault").asBoolean()).isFalse();
        assertThat(elsewhere.put("/api/task-filters/default", Map.of("id", id)).status())
                .isEqualTo(404);
    }

    @Test
    void aFilterWhoseGroupOrProcessIsGoneSaysSo() {
        var id = keep(operations, "过期", Map.of("process", "errand", "sharedWith", "operations@nanjing"));
        assertThat(row(operations, id).get("gone")).isEmpty();

        jdbc.sql("UPDATE workflow.task_filter SET process = 'retired', shared_with = 'retired@nanjing' WHERE id = :id")
                .param("id", id)
                .update();
        assertThat(row(operations, id).get("gone").toString()).isEqualTo("[\"group\",\"process\"]");
    }

    @Test
    void whatTheInboxWouldNotUnderstandIsNotKept() {
        assertThat(operations.post("/api/task-filters", wish("", Map.of())).status())
                .isEqualTo(422);
        assertThat(operations
                        .post("/api/task-filters", wish("长".repeat(41), Map.of()))
                        .status())
                .isEqualTo(422);
        assertThat(operations
                        .post("/api/task-filters", wish("a", Map.of("due", "someday")))
                        .status())
                .isEqualTo(400);
        assertThat(operations
                        .post("/api/task-filters", wish("a", Map.of("sort", "task_id;drop")))
                        .status())
                .isEqualTo(400);
        assertThat(operations
                        .post("/api/task-filters", wish("a", Map.of("view", "everything")))
                        .status())
                .isEqualTo(400);
        keep(operations, "同名", Map.of());
        assertThat(operations.post("/api/task-filters", wish("同名", Map.of())).status())
                .isEqualTo(422);
    }

    private static String keep(Caller who, String name, Map<String, ?> conditions) {
        var answer = who.post("/api/task-filters", wish(name, conditions));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static Map<String, Object> wish(String name, Map<String, ?> conditions) {
        var wish = new HashMap<String, Object>(Map.of("name", name, "view", "group"));
        wish.putAll(conditions);
        return wish;
    }

    private static JsonNode row(Caller who, String id) {
        return StreamSupport.stream(who.get("/api/task-filters").json().spliterator(), false)
                .filter(row -> row.get("id").asText().equals(id))
                .findFirst()
                .orElse(null);
    }
}
