package esop.workflow.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EditedTable;
import esop.EsopTest;
import esop.identity.DataScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** To whom the table {@code task-dispatch} gives a task: among operations support in Suzhou, whom nothing else is given here. */
@EsopTest
class HandoutTests {

    private static final List<String> ERRANDS = List.of("\"errand\",\"two-errands\"", "", "", "\"suzhou\"", "");

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private Caller one;
    private Caller other;
    private final List<String> instances = new ArrayList<>();

    @BeforeEach
    void bothAreThere() {
        one = Caller.as("operations.suzhou");
        other = Caller.as("operations2.suzhou");
        say(one, true);
        say(other, true);
    }

    @AfterEach
    void clear() {
        say(one, null);
        say(other, null);
        instances.forEach(instance -> {
            if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
                runtime.deleteProcessInstance(instance, "test over");
            }
        });
    }

    @Test
    void whatIsLeftToTheGroupIsGivenToNobodyAndAsksNothing() {
        try (var table = table("group", "none", "")) {
            var task = errand("PO" + UUID.randomUUID());

            assertThat(holder(task)).isNull();
            assertThat(why(task).has("choice") && !why(task).get("choice").isNull())
                    .isFalse();
        }
    }

    @Test
    void theLeastLoadedOfThosePresentIsGivenItAndHearsOfIt() {
        try (var table = table("least-loaded", "none", "")) {
            var first = errand("PO" + UUID.randomUUID());
            var second = errand("PO" + UUID.randomUUID());

            assertThat(List.of(holder(first), holder(second)))
                    .containsExactlyInAnyOrder("operations.suzhou", "operations2.suzhou");
            var mine = holder(first).equals("operations.suzhou") ? first : second;
            assertThat(notices(one, mine)).containsExactly("dispatched");
        }
    }

    @Test
    void twentyAtOnceAreSharedEvenly() throws Exception {
        try (var table = table("least-loaded", "none", "")) {
            var before = load("operations.suzhou") - load("operations2.suzhou");
            var threads = Executors.newFixedThreadPool(10);
            var given = new ArrayList<Callable<String>>();
            for (var i = 0; i < 20; i++) {
                given.add(() -> errand("PO" + UUID.randomUUID()));
            }
            for (var answer : threads.invokeAll(given)) {
                answer.get();
            }
            threads.shutdown();

            var after = load("operations.suzhou") - load("operations2.suzhou");
            assertThat(Math.abs(after)).as("before " + before).isLessThanOrEqualTo(Math.max(1, Math.abs(before) - 20));
        }
    }

    @Test
    void whoeverSaysTheyAreAwayIsGivenNothing() {
        say(other, false);
        try (var table = table("least-loaded", "none", "")) {
            for (var i = 0; i < 3; i++) {
                assertThat(holder(errand("PO" + UUID.randomUUID()))).isEqualTo("operations.suzhou");
            }
            say(one, false);
            var waits = errand("PO" + UUID.randomUUID());

            assertThat(holder(waits)).isNull();
            assertThat(why(waits).at("/choice/how").asText()).isEqualTo("group");
            assertThat(verdicts(waits)).containsEntry("operations.suzhou", "off-duty");
        }
    }

    @Test
    void anAbsenceCountsUntilOneSaysOtherwise() {
        say(other, null);
        jdbc.sql("""
                        INSERT INTO workflow.absence (id, person, first_day, last_day, away, entered_by, entered)
                        VALUES (gen_random_uuid(), 'operations2.suzhou', workflow.today(), workflow.today(), true, 'test', now())
                        """).update();
        try (var table = table("least-loaded", "none", "")) {
            var task = errand("PO" + UUID.randomUUID());

            assertThat(holder(task)).isEqualTo("operations.suzhou");
            assertThat(verdicts(task)).containsEntry("operations2.suzhou", "away");
            assertThat(other.get("/api/me/presence").json().get("because").asText())
                    .isEqualTo("absence");
            assertThat(other.put("/api/me/presence", Map.of("present", true))
                            .json()
                            .get("present")
                            .asBoolean())
                    .isTrue();
        } finally {
            jdbc.sql("DELETE FROM workflow.absence WHERE person = 'operations2.suzhou'")
                    .update();
        }
    }

    @Test
    void nobodyIsGivenMoreThanTheLimit() {
        say(other, false);
        var limit = load("operations.suzhou") + 2;
        try (var table = table("least-loaded", "none", String.valueOf(limit))) {
            assertThat(holder(errand("PO" + UUID.randomUUID()))).isEqualTo("operations.suzhou");
            assertThat(holder(errand("PO" + UUID.randomUUID()))).isEqualTo("operations.suzhou");
            var third = errand("PO" + UUID.randomUUID());

            assertThat(holder(third)).isNull();
            assertThat(verdicts(third)).containsEntry("operations.suzhou", "full");
        }
    }

    @Test
    void whoKnowsTheCaseIsGivenItsNextTaskWhileThere() {
        var order = "PO" + UUID.randomUUID();
        var first = errand(order);
        other.post("/api/tasks/" + first + "/complete", Map.of("data", Map.of("result", "done", "receipt", "A12")));

        try (var table = table("group", "case", "")) {
            var next = errand(order);
            assertThat(holder(next)).isEqualTo("operations2.suzhou");
            assertThat(why(next).at("/choice/how").asText()).isEqualTo("case");
            assertThat(verdicts(next))
                    .containsEntry("operations2.suzhou", "chosen")
                    .containsEntry("operations.suzhou", "other");

            assertThat(holder(errand("PO" + UUID.randomUUID())))
                    .as("a case nobody knows")
                    .isNull();
            say(other, false);
            assertThat(holder(errand(order))).as("who knows it is away").isNull();
        }
    }

    @Test
    void whoeverDecidedOnOneLevelIsNotGivenTheNext() {
        try (var table = table("least-loaded", "case", "");
                var levels = EditedTable.beginningWith(
                        "task-actions",
                        List.of("\"two-errands\"", "", "", "\"second-vote\""),
                        "false",
                        "",
                        "",
                        "",
                        "\"另一级\"",
                        "\"Another level\"")) {
            say(other, false);
            await().pollDelay(Duration.ofSeconds(4))
                    .until(() -> true); // what the table said a moment ago still counts for a while
            var first = begin("two-errands", "PO" + UUID.randomUUID());
            assertThat(holder(first)).isEqualTo("operations.suzhou");
            one.post("/api/tasks/" + first + "/complete", Map.of("data", Map.of("result", "done", "receipt", "A12")));

            var next = current(instances.get(instances.size() - 1));
            assertThat(other.get("/api/tasks/" + next).json().get("assignee").isNull())
                    .isTrue();
            assertThat(verdicts(next))
                    .containsEntry("operations.suzhou", "voted")
                    .containsEntry("operations2.suzhou", "off-duty");
            assertThat(one.post("/api/tasks/" + next + "/claim", Map.of()).status())
                    .isEqualTo(409);
            assertThat(other.post("/api/tasks/" + next + "/claim", Map.of()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whyItCameNamesTheRowTheInputsAndTheTableAsItWas() {
        String task;
        try (var table = table("least-loaded", "none", "")) {
            task = errand("PO" + UUID.randomUUID());
        }
        var why = why(task);

        assertThat(why.get("decision").asText()).isEqualTo("task-dispatch");
        assertThat(why.at("/inputs/process").asText()).isEqualTo("errand");
        assertThat(why.at("/outputs/0/strategy").asText()).isEqualTo("least-loaded");
        var matched = why.at("/rules/0").asText();
        assertThat(why.at("/table/rules").findValuesAsText("id")).contains(matched);
        assertThat(Caller.as("operations.nanjing")
                        .get("/api/tasks/" + task + "/why")
                        .status())
                .isEqualTo(404);
        assertThat(Caller.as("account-manager.suzhou")
                        .get("/api/tasks/" + task + "/why")
                        .status())
                .isEqualTo(403);
    }

    private static EditedTable table(String strategy, String pin, String limit) {
        return EditedTable.beginningWith(
                "task-dispatch", ERRANDS, "\"operations\"", "", quoted(strategy), quoted(pin), limit);
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }

    private String errand(String order) {
        return begin("errand", order);
    }

    private String begin(String process, String order) {
        var variables = new HashMap<String, Object>(Map.of("city", "suzhou", "priority", 1, "orderId", order));
        variables.put("product", "leased-line");
        var instance = DataScope.asSystem(() -> transaction.execute(
                status -> runtime.startProcessInstanceByKey(process, "E" + UUID.randomUUID(), variables)
                        .getId()));
        synchronized (instances) {
            instances.add(instance);
        }
        return current(instance);
    }

    private String current(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String holder(String task) {
        var holder = one.get("/api/tasks/" + task).json().get("assignee");
        return holder == null || holder.isNull() ? null : holder.asText();
    }

    private JsonNode why(String task) {
        return one.get("/api/tasks/" + task + "/why").json().get(0);
    }

    private Map<String, String> verdicts(String task) {
        var verdicts = new HashMap<String, String>();
        why(task)
                .at("/choice/considered")
                .forEach(considered -> verdicts.put(
                        considered.get("person").asText(),
                        considered.get("verdict").asText()));
        return verdicts;
    }

    private int load(String person) {
        return jdbc.sql("SELECT count(*) FROM workflow.task_inbox WHERE inbox = 'person:' || :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    private static List<String> notices(Caller who, String task) {
        return StreamSupport.stream(
                        who.get("/api/notices?size=100").json().get("items").spliterator(), false)
                .filter(notice -> notice.get("taskId").asText().equals(task))
                .map(notice -> notice.get("kind").asText())
                .toList();
    }

    private static void say(Caller who, Boolean present) {
        var said = new HashMap<String, Object>();
        said.put("present", present);
        assertThat(who.put("/api/me/presence", said).status()).isEqualTo(200);
    }
}
