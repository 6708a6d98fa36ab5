package esop.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.workflow.Decisions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A clock is moved into the past: what the task would have seen by now happens. */
@EsopTest
class EscalationTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Decisions decisions;

    @Autowired
    private EscalationStep step;

    private final Caller operations = Caller.as("operations.suzhou");
    private String instance;
    private String task;

    @BeforeEach
    void start() {
        var variables = Map.<String, Object>of(
                "city",
                "suzhou",
                "priority",
                2,
                "customerId",
                "C1",
                "customerName",
                "泊云物流",
                "product",
                "adc",
                "faultClass",
                "outage");
        instance = runtime.startProcessInstanceByKey("errand", "E" + UUID.randomUUID(), variables)
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void end() {
        runtime.deleteProcessInstance(instance, "test");
    }

    @ParameterizedTest
    @CsvSource({
        "errand, runErrand, 2, 1, remind, reminder",
        "errand, runErrand, 2, 2, superior, superior",
        "errand, runErrand, 2, 3, reassign, reassign",
        "errand, runErrand, 2, 4, none, otherwise",
        "errand, runErrand, 0, 1, remind, urgentReminder",
        "errand, runErrand, 0, 2, superior, urgentSuperior",
        "fallout, resolveFallout, 2, 1, remind, falloutReminder",
        "fallout, resolveFallout, 2, 2, none, falloutNoMore",
        "partner-work, agreeVisit, 0, 2, remind, partnerLate",
        "partner-work, agreeVisit, 0, 3, none, partnerNoMore",
        "partner-stop, answerStop, 0, 1, remind, partnerReminder",
        "partner-stop, answerStop, 0, 2, remind, partnerLate"
    })
    void theTableSaysWhatHappensAtWhichLevel(
            String process, String activity, int priority, int level, String action, String rule) {
        var facts = new HashMap<String, Object>();
        facts.put("process", process);
        facts.put("task", activity);
        facts.put("priority", priority);
        facts.put("level", level);

        var decision = decisions.explain("escalation", facts);

        assertThat(decision.rules()).containsExactly(rule);
        assertThat(decision.outputs().get(0)).containsEntry("action", action);
    }

    @Test
    void fourFifthsIntoItsTimeTheHolderIsRemindedOnce() {
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        begun(Duration.ofHours(20));

        assertThat(levels()).containsExactly("1/1 remind operations.suzhou");
        IntStream.range(0, 3).forEach(round -> {
            lookNow();
            step();
        });
        assertThat(levels()).containsExactly("1/1 remind operations.suzhou");
        assertThat(timeline()).anyMatch(line -> line.startsWith("任务“跑差事”催办 梁致远"));
        assertThat(told("operations.suzhou")).containsExactly("系统提醒：“跑差事”快到期限或已经超时");
    }

    @Test
    void atTheDueTimeTheSuperiorFindsItInTheirInbox() {
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        begun(Duration.ofHours(25));

        assertThat(levels()).containsExactly("1/1 remind operations.suzhou", "2/1 superior manager.suzhou");
        var seen = Caller.as("manager.suzhou").get("/api/tasks/" + task);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().get("assignee").asText()).isEqualTo("operations.suzhou");
        assertThat(seen.json().get("candidateGroups").toString()).contains("manager@suzhou", "operations@suzhou");
        assertThat(Caller.as("manager.nanjing").get("/api/tasks/" + task).status())
                .isEqualTo(404);
        assertThat(timeline()).anyMatch(line -> line.startsWith("任务“跑差事”上报 谢长庚"));
        assertThat(told("manager.suzhou")).containsExactly("系统上报：“跑差事”已经超时");
    }

    @Test
    void aDayLateItGoesBackToTheGroup() {
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        begun(Duration.ofHours(49));

        assertThat(levels())
                .containsExactly(
                        "1/1 remind operations.suzhou",
                        "2/1 superior manager.suzhou",
                        "3/1 reassign operations@suzhou");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(timeline()).anyMatch(line -> line.contains("退回 苏州业务运营 待领取"));
        assertThat(told("operations.suzhou")).first().isEqualTo("系统：“跑差事”超时未办，已退回班组");
    }

    /** Newest first. */
    private List<String> told(String person) {
        return StreamSupport.stream(
                        Caller.as(person)
                                .get("/api/notices?size=200")
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(notice -> notice.get("taskId").asText().equals(task))
                .map(notice -> notice.get("text").asText())
                .toList();
    }

    @Test
    void ofTwoNodesOneActs() throws Exception {
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        var nodes = IntStream.range(0, 4)
                .mapToObj(node -> new Thread(() -> DataScope.asSystem(() -> {
                    for (var i = 0; i < 10; i++) {
                        step.take();
                    }
                })))
                .toList();
        begin(Duration.ofHours(25));
        nodes.forEach(Thread::start);
        for (var node : nodes) {
            node.join();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> levels().size() == 2);
        assertThat(timeline().stream().filter(line -> line.contains("催办"))).hasSize(1);
    }

    /** The clock of an outage runs around the clock, so that the hour of the test does not matter. */
    private void begun(Duration ago) {
        begin(ago);
        step();
    }

    private void begin(Duration ago) {
        asSystem(() -> jdbc.sql(
                        "UPDATE workflow.task_clock SET started = now() - make_interval(secs => :ago) WHERE task_id = :task")
                .param("ago", ago.toSeconds())
                .param("task", task)
                .update());
        DataScope.asSystem(() -> tasks.setDueDate(
                task, java.util.Date.from(java.time.Instant.now().minus(ago).plus(Duration.ofHours(24)))));
        lookNow();
    }

    private void lookNow() {
        asSystem(() -> jdbc.sql("UPDATE workflow.task_clock SET next_look = now() WHERE task_id = :task AND round = 1")
                .param("task", task)
                .update());
    }

    private void step() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            DataScope.asSystem(() -> {
                while (step.take()) {}
            });
            return asSystem(() -> jdbc.sql("SELECT next_look > now() FROM workflow.task_clock WHERE task_id = :task")
                    .param("task", task)
                    .query(Boolean.class)
                    .single());
        });
    }

    private List<String> levels() {
        return asSystem(
                () -> jdbc.sql("""
                        SELECT level || '/' || round || ' ' || action || ' ' || told FROM workflow.escalation
                        WHERE task_id = :task ORDER BY level, round
                        """).param("task", task).query(String.class).list());
    }

    private List<String> timeline() {
        return operations.get("/api/instances/" + instance + "/timeline").json().findValuesAsText("text");
    }

    private <T> T asSystem(Supplier<T> work) {
        return DataScope.asSystem(() -> transaction.execute(status -> work.get()));
    }
}
