package esop.workflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class InboxTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private Caller operations;
    private Caller colleague;
    private Caller elsewhere;
    private Caller accountManager;

    private String key;
    private String instance;
    private String task;

    @BeforeEach
    void start() {
        operations = Caller.as("operations.nanjing");
        colleague = Caller.as("operations2.nanjing");
        elsewhere = Caller.as("operations.suzhou");
        accountManager = Caller.as("account-manager.nanjing");
        key = "E" + UUID.randomUUID();
        var variables = Map.<String, Object>of(
                "city", "nanjing",
                "priority", 1,
                "orderId", "PO" + key,
                "customerId", "C-" + key,
                "customerName", "泊云物流",
                "productName", "专线",
                "product", "leased-line");
        instance = runtime.startProcessInstanceByKey("errand", key, variables).getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Test
    void aNewTaskLiesInTheInboxOfItsGroupWithAllTheInboxShows() {
        var found = only(operations.get("/api/tasks?view=group&q=" + key).json());

        assertThat(found.get("id").asText()).isEqualTo(task);
        assertThat(found.get("name").asText()).isEqualTo("跑差事");
        assertThat(found.get("nameEn").asText()).isEqualTo("Run the errand");
        assertThat(found.get("process").asText()).isEqualTo("errand");
        assertThat(found.get("processName").asText()).isEqualTo("差事");
        assertThat(found.get("processNameEn").asText()).isEqualTo("Errand");
        assertThat(found.get("businessKey").asText()).isEqualTo(key);
        assertThat(found.get("rootBusinessKey").asText()).isEqualTo("PO" + key);
        assertThat(found.get("subject").asText()).isEqualTo("专线");
        assertThat(found.at("/customer/name").asText()).isEqualTo("泊云物流");
        assertThat(found.get("city").asText()).isEqualTo("nanjing");
        assertThat(found.get("candidateGroups").get(0).asText()).isEqualTo("operations@nanjing");
        assertThat(found.get("state").asText()).isEqualTo("created");
        assertThat(found.get("priority").asInt()).isEqualTo(1);
        assertThat(found.get("revision").asInt()).isEqualTo(1);
        assertThat(found.get("due").asText()).isGreaterThan(found.get("created").asText());
    }

    @Test
    void whyItCameToItsOwnerAndDueTimeIsKept() {
        var kept = jdbc.sql(
                        "SELECT decision, rules, inputs ->> 'task' AS task FROM workflow.task_decision WHERE task_id = :id")
                .param("id", task)
                .query((row, number) -> row.getString("decision")
                        + List.of((String[]) row.getArray("rules").getArray())
                        + row.getString("task"))
                .list();
        assertThat(kept)
                .containsExactlyInAnyOrder(
                        "task-dispatch[otherwise]runErrand",
                        "due-time[otherwise]runErrand",
                        "working-calendar[otherwise]runErrand");
    }

    @Test
    void claimedWorkMovesFromTheGroupToItsPerson() {
        var before = operations.get("/api/tasks/counts").json();
        var claimed = operations.post("/api/tasks/" + task + "/claim", Map.of());

        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.json().get("assignee").asText()).isEqualTo("operations.nanjing");
        assertThat(claimed.json().get("state").asText()).isEqualTo("claimed");
        var after = operations.get("/api/tasks/counts").json();
        assertThat(after.get("mine").asInt()).isEqualTo(before.get("mine").asInt() + 1);
        assertThat(after.get("group").asInt()).isEqualTo(before.get("group").asInt() - 1);
        assertThat(after.get("all").asInt()).isEqualTo(before.get("all").asInt());
        assertThat(ids(operations, "mine")).containsExactly(task);
        assertThat(ids(operations, "group")).isEmpty();
        assertThat(ids(operations, "all")).containsExactly(task);
        assertThat(ids(colleague, "group")).isEmpty();
        assertThat(ids(colleague, "all")).containsExactly(task);
    }

    @Test
    void ofFiftyWhoClaimAtOnceExactlyOneWinsAndTheOthersLearnWhoAndWhen() throws Exception {
        var answers = fiftyAtOnce(caller -> caller.post("/api/tasks/" + task + "/claim", Map.of("revision", 1)));

        var winner = tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
        var refused = answers.stream().filter(answer -> answer.status() == 409).toList();
        // Whoever holds it already may claim it again: that changes nothing.
        assertThat(refused).hasSizeGreaterThanOrEqualTo(25);
        assertThat(answers)
                .allMatch(answer -> answer.status() == 409
                        || answer.json().get("assignee").asText().equals(winner)
                                && answer.json().get("revision").asInt() == 2);
        assertThat(refused).allSatisfy(answer -> tellsWhoAndWhen(answer, winner));
    }

    @Test
    void ofFiftyWhoCompleteAtOnceExactlyOneDoesAndTheOthersLearnWhoAndWhen() throws Exception {
        var answers = fiftyAtOnce(caller -> caller.post(
                "/api/tasks/" + task + "/complete",
                Map.of("data", Map.of("result", "done", "receipt", "A12"), "revision", 1)));

        var done = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(done).hasSize(1);
        var winner = done.get(0).json().get("completedBy").asText();
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(49)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    tellsWhoAndWhen(answer, winner);
                });
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    private List<Caller.Answer> fiftyAtOnce(Function<Caller, Caller.Answer> what) throws Exception {
        var threads = Executors.newFixedThreadPool(50);
        try {
            var calls = new ArrayList<Callable<Caller.Answer>>();
            for (var person = 0; person < 50; person++) {
                var caller = person % 2 == 0 ? operations : colleague;
                calls.add(() -> what.apply(caller));
            }
            var answers = new ArrayList<Caller.Answer>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static void tellsWhoAndWhen(Caller.Answer answer, String winner) {
        assertThat(answer.json().get("claimedBy").asText()).isEqualTo(winner);
        assertThat(answer.json().get("claimedByName").asText()).isNotBlank();
        assertThat(answer.json().get("claimedAt").asText()).startsWith("20");
    }

    @Test
    void anotherCitysTaskAnswersLikeAnUnknownOne() {
        for (var action : List.of("", "/form", "/comments")) {
            assertThat(elsewhere.get("/api/tasks/" + task + action).status()).isEqualTo(404);
        }
        assertThat(elsewhere.get("/api/tasks/" + task).json().get("type"))
                .isEqualTo(
                        elsewhere.get("/api/tasks/" + UUID.randomUUID()).json().get("type"));
        for (var action : List.of("claim", "unclaim", "complete", "assign", "comments")) {
            var body = Map.of("to", "operations.suzhou", "data", Map.of("result", "done"), "text", "?");
            assertThat(elsewhere.post("/api/tasks/" + task + "/" + action, body).status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(elsewhere
                        .get("/api/tasks?view=all&q=" + key)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void theOwnCitysTaskIsRefusedToWhoIsNoCandidate() {
        assertThat(accountManager.get("/api/tasks/" + task).status()).isEqualTo(403);
        assertThat(accountManager
                        .post("/api/tasks/" + task + "/claim", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(accountManager
                        .get("/api/tasks?view=all&q=" + key)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aTaskIsCompletedOnceAndThenLiesUnderDone() {
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        var revision = operations
                .get("/api/tasks/" + task + "/form")
                .json()
                .get("revision")
                .asInt();
        var body = Map.of("data", Map.of("result", "done", "receipt", "A12"), "revision", revision);

        var done = operations.post("/api/tasks/" + task + "/complete", body);

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().get("state").asText()).isEqualTo("completed");
        assertThat(operations.post("/api/tasks/" + task + "/complete", body).status())
                .isEqualTo(409);
        assertThat(operations.post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(409);
        assertThat(ids(operations, "done")).containsExactly(task);
        assertThat(ids(operations, "all")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    void anothersTaskAndAStaleRevisionAreRefused() {
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        var data = Map.of("result", "done");

        var anothers = colleague.post("/api/tasks/" + task + "/complete", Map.of("data", data, "revision", 2));
        assertThat(anothers.status()).isEqualTo(409);
        assertThat(anothers.json().get("claimedBy").asText()).isEqualTo("operations.nanjing");
        assertThat(colleague.post("/api/tasks/" + task + "/unclaim", Map.of()).status())
                .isEqualTo(409);
        tasks.setPriority(task, 0);
        var stale = operations.post("/api/tasks/" + task + "/complete", Map.of("data", data, "revision", 1));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("changed").toString()).isEqualTo("[\"assignee\",\"priority\"]");
        assertThat(stale.json().get("detail").asText()).contains("办理人、优先级");
        var lately = operations.post("/api/tasks/" + task + "/complete", Map.of("data", data, "revision", 2));
        assertThat(lately.json().get("changed").toString()).isEqualTo("[\"priority\"]");
        assertThat(operations
                        .post("/api/tasks/" + task + "/complete", Map.of("data", data, "revision", 3))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void workIsHandedToAMemberOfTheGroupAndToNobodyElse() {
        assertThat(operations
                        .post("/api/tasks/" + task + "/assign", Map.of("to", "account-manager.nanjing"))
                        .status())
                .isEqualTo(422);
        assertThat(operations
                        .post("/api/tasks/" + task + "/assign", Map.of("to", "operations.suzhou"))
                        .status())
                .isEqualTo(422);
        assertThat(operations
                        .post("/api/tasks/" + task + "/assign", Map.of("to", "nobody"))
                        .status())
                .isEqualTo(422);
        var handed = operations.post("/api/tasks/" + task + "/assign", Map.of("to", "operations2.nanjing"));
        assertThat(handed.json().get("assignee").asText()).isEqualTo("operations2.nanjing");
        assertThat(ids(colleague, "mine")).containsExactly(task);
        assertThat(colleague
                        .post("/api/tasks/" + task + "/unclaim", Map.of())
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("created");
    }

    @Test
    void commentsKeepTheirAuthorAndOrder() {
        assertThat(operations
                        .post("/api/tasks/" + task + "/comments", Map.of("text", "客户要求上午 <b>"))
                        .status())
                .isEqualTo(201);
        colleague.post("/api/tasks/" + task + "/comments", Map.of("text", "好"));
        var said = operations.get("/api/tasks/" + task + "/comments").json();
        assertThat(said.findValuesAsText("text")).containsExactly("客户要求上午 <b>", "好");
        assertThat(said.findValuesAsText("author")).containsExactly("operations.nanjing", "operations2.nanjing");
        assertThat(operations
                        .post("/api/tasks/" + task + "/comments", Map.of("text", " "))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void manyAreClaimedAtOnceEachWithItsOwnResult() {
        var unknown = UUID.randomUUID().toString();
        var results = operations
                .post("/api/tasks/bulk", Map.of("action", "claim", "ids", List.of(task, unknown)))
                .json()
                .get("results");
        assertThat(results.get(0).get("ok").asBoolean()).isTrue();
        assertThat(results.get(1).get("ok").asBoolean()).isFalse();
        assertThat(results.get(1).get("detail").asText()).contains(unknown);
    }

    @Test
    void listsRefuseWhatTheyDoNotKnow() {
        for (var query : List.of("view=everything", "sort=name;drop", "sort=due,sideways", "due=someday", "page=x")) {
            assertThat(operations.get("/api/tasks?" + query).status()).as(query).isEqualTo(400);
        }
        assertThat(operations.get("/api/tasks?size=100000").json().get("size").asInt())
                .isEqualTo(200);
        assertThat(operations.get("/api/tasks?q=%25").json().get("total").asInt())
                .isZero();
        assertThat(operations
                        .get("/api/tasks?view=group&sort=priority,desc&due=week&process=errand&customer=C-" + key)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aCancelledInstanceTakesItsTaskAlong() {
        runtime.deleteProcessInstance(instance, "withdrawn");
        assertThat(ids(operations, "all")).isEmpty();
        assertThat(operations
                        .post("/api/tasks/" + task + "/complete", Map.of("data", Map.of()))
                        .status())
                .isEqualTo(409);
        assertThat(operations.get("/api/tasks/" + task).json().get("state").asText())
                .isEqualTo("cancelled");
    }

    private List<String> ids(Caller caller, String view) {
        var items = caller.get("/api/tasks?view=" + view + "&q=" + key).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    private static JsonNode only(JsonNode page) {
        assertThat(page.get("total").asInt()).as(page.toString()).isEqualTo(1);
        return page.get("items").get(0);
    }
}
