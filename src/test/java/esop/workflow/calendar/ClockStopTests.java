package esop.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The tasks are those of an outage, whose clock runs around the clock: what is stopped is what is added. */
@EsopTest
class ClockStopTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private final Caller operations = Caller.as("operations.suzhou");
    private String instance;
    private String task;
    private String clock;
    private Instant due;

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
        clock = "/api/task-clocks/" + task;
        asSystem(() -> jdbc.sql(
                        "UPDATE workflow.task_clock SET started = started - interval '6 hours' WHERE task_id = :task")
                .param("task", task)
                .update());
        tasks.setDueDate(task, Date.from(due().minus(Duration.ofHours(6))));
        due = due();
    }

    @AfterEach
    void end() {
        runtime.deleteProcessInstance(instance, "test");
    }

    @Test
    void waitingForTheCustomerMovesTheDueTimeUntilItGoesOn() {
        var stopped = stop("site-not-ready", "机房在装修", null);

        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        assertThat(stopped.json().at("/waiting/side").asText()).isEqualTo("customer");
        assertThat(stopped.json().at("/waiting/stops").asBoolean()).isTrue();
        // twenty days at most by the table
        assertThat(Duration.between(due, due()))
                .isBetween(
                        Duration.ofDays(20).minusMinutes(1), Duration.ofDays(20).plusMinutes(1));

        since(Duration.ofHours(5));
        var resumed = operations.post(clock + "/resume", Map.of());

        assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);
        assertThat(resumed.json().get("waiting").isNull()).isTrue();
        assertThat(resumed.json().get("stoppedMinutes").asInt()).isEqualTo(300);
        assertThat(Duration.between(due, due())).isBetween(Duration.ofMinutes(299), Duration.ofMinutes(301));
        assertThat(timeline())
                .anyMatch(line -> line.contains("停表：客户场地未就绪") && line.contains("机房在装修"))
                .anyMatch(line -> line.contains("恢复计时"));
    }

    @Test
    void aRowOfTheListSaysWhatIsLeftAndThatTheClockStandsStill() {
        var running = row();
        assertThat(running.get("stopped").asBoolean()).isFalse();
        assertThat(running.get("day").asLong()).isEqualTo(Duration.ofDays(1).toSeconds());
        assertThat(Instant.parse(running.get("from").asText())
                        .plusSeconds(running.get("left").asLong()))
                .isBetween(due.minusSeconds(1), due);

        stop("internal", "等一等", null);
        assertThat(row().get("stopped").asBoolean()).isFalse();
        operations.post(clock + "/resume", Map.of());
        stop("site-not-ready", "机房在装修", null);

        var stopped = row();
        assertThat(stopped.get("stopped").asBoolean()).isTrue();
        assertThat(stopped.get("from").isNull()).isTrue();
        assertThat(Instant.now().plusSeconds(stopped.get("left").asLong()))
                .isBetween(due.minusSeconds(5), due.plusSeconds(5));
        assertThat(operations
                        .get("/api/tasks/" + task)
                        .json()
                        .at("/time/stopped")
                        .asBoolean())
                .isTrue();
    }

    private JsonNode row() {
        var key = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
        return operations.get("/api/tasks?view=group&q=" + key).json().at("/items/0/time");
    }

    @Test
    void whatIsOurOwnDoingIsWrittenDownAndTheClockRunsOn() {
        for (var cause : List.of("network-resource", "partner-busy", "internal")) {
            var noted = stop(cause, "等一等", null);
            assertThat(noted.status()).as(noted.body()).isEqualTo(200);
            assertThat(noted.json().at("/waiting/stops").asBoolean()).isFalse();
            assertThat(due()).isEqualTo(due);
            operations.post(clock + "/resume", Map.of());
            assertThat(due()).isEqualTo(due);
        }
        assertThat(timeline()).anyMatch(line -> line.contains("等待网络资源，照常计时"));
    }

    @Test
    void itGoesOnByItselfAtItsDate() {
        stop("force-majeure", "台风", null);
        asSystem(() -> jdbc.sql(
                        "UPDATE workflow.clock_stop SET since = now() - interval '2 hours', until = now() WHERE task_id = :task")
                .param("task", task)
                .update());

        await().atMost(Duration.ofSeconds(10))
                .until(() -> operations.get(clock).json().get("waiting").isNull());
        assertThat(operations.get(clock).json().get("stoppedMinutes").asInt()).isEqualTo(120);
        assertThat(timeline().stream().filter(line -> line.contains("恢复计时"))).hasSize(1);
    }

    @Test
    void aStopIsBoundedAndHasAReason() {
        assertThat(stop("site-not-ready", " ", null).status()).isEqualTo(422);
        assertThat(stop("no-such-cause", "x", null).status()).isEqualTo(422);
        assertThat(stop("site-not-ready", "x", "2020-01-01").status()).isEqualTo(422);
        assertThat(stop("site-not-ready", "x", "2099-01-01").status()).isEqualTo(422);
        assertThat(stop("site-not-ready", "x", "tomorrow").status()).isEqualTo(422);
        assertThat(due()).isEqualTo(due);
        assertThat(operations.post(clock + "/resume", Map.of()).status()).isEqualTo(409);
        assertThat(stop("site-not-ready", "x", null).status()).isEqualTo(200);
        assertThat(stop("customer-later", "x", null).status()).isEqualTo(409);
    }

    @Test
    void onlyWhoHasAPartInTheTaskStopsIt() {
        var wish = Map.of("cause", "site-not-ready", "reason", "x");
        assertThat(Caller.as("operations.nanjing").post(clock + "/stop", wish).status())
                .isEqualTo(404);
        assertThat(Caller.as("operations.nanjing").get("/api/task-clocks/none").status())
                .isEqualTo(404);
        assertThat(Caller.as("account-manager.suzhou")
                        .post(clock + "/stop", wish)
                        .status())
                .isEqualTo(403);
        assertThat(due()).isEqualTo(due);
    }

    private Caller.Answer stop(String cause, String reason, String until) {
        var wish = new HashMap<String, Object>(Map.of("cause", cause, "reason", reason));
        wish.put("until", until);
        return operations.post(clock + "/stop", wish);
    }

    private void since(Duration ago) {
        asSystem(() -> jdbc.sql(
                        "UPDATE workflow.clock_stop SET since = now() - make_interval(secs => :ago) WHERE task_id = :task")
                .param("ago", ago.toSeconds())
                .param("task", task)
                .update());
    }

    private Instant due() {
        return tasks.createTaskQuery().taskId(task).singleResult().getDueDate().toInstant();
    }

    private List<String> timeline() {
        return operations.get("/api/instances/" + instance + "/timeline").json().findValuesAsText("text");
    }

    private <T> T asSystem(Supplier<T> work) {
        return DataScope.asSystem(() -> transaction.execute(status -> work.get()));
    }
}
