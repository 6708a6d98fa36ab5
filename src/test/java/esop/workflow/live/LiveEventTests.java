package esop.workflow.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import esop.workflow.LiveUpdates;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EsopTest
class LiveEventTests {

    private static final String ENDED = "ended";

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private LiveUpdates updates;

    @Autowired
    private Broadcast broadcast;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void peopleOfTheGroupHearOfATaskWithinThreeSecondsAndOthersDoNot() throws Exception {
        var operations = listen("operations.nanjing");
        var suzhou = listen("operations.suzhou");
        var accountManager = listen("account-manager.nanjing");

        var instance = runtime.startProcessInstanceByKey("errand", Map.of("city", "nanjing", "priority", 2))
                .getId();
        var task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(operations)
                        .contains("event:task")
                        .anyMatch(line -> line.contains(task) && line.contains("created")));
        Caller.as("operations.nanjing").post("/api/tasks/" + task + "/claim", Map.of());
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(
                        () -> assertThat(operations).anyMatch(line -> line.contains(task) && line.contains("claimed")));
        assertThat(suzhou).noneMatch(line -> line.contains(task));
        assertThat(accountManager).noneMatch(line -> line.contains(task));
    }

    @Test
    void anOrderIsAnnouncedAfterTheCommitOnly() throws Exception {
        var operations = listen("operations.nanjing");
        var dropped = "PO" + UUID.randomUUID();
        var kept = "PO" + UUID.randomUUID();

        transaction.executeWithoutResult(status -> {
            updates.orderChanged(dropped, "nanjing");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> updates.orderChanged(kept, "nanjing"));

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(operations).anyMatch(line -> line.contains(kept)));
        assertThat(operations).noneMatch(line -> line.contains(dropped));
    }

    @Test
    void whoLosesACityHearsNothingMoreOfItAndWhoIsDisabledNothingAtAll() throws Exception {
        var manager = listen("manager2.wuxi");
        var heard = "PO" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> updates.orderChanged(heard, "wuxi"));
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(manager).anyMatch(line -> line.contains(heard)));
        try {
            jdbc.sql("DELETE FROM identity.person_city WHERE person = 'manager2.wuxi'")
                    .update();
            subscribers.heartbeat();

            var unheard = "PO" + UUID.randomUUID();
            var colleague = listen("manager.wuxi");
            transaction.executeWithoutResult(status -> updates.orderChanged(unheard, "wuxi"));
            await().atMost(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(colleague).anyMatch(line -> line.contains(unheard)));
            assertThat(manager).noneMatch(line -> line.contains(unheard));

            jdbc.sql("UPDATE identity.person SET active = false WHERE id = 'manager2.wuxi'")
                    .update();
            subscribers.heartbeat();
            await().atMost(Duration.ofSeconds(3)).until(() -> manager.contains(ENDED));
        } finally {
            jdbc.sql("UPDATE identity.person SET active = true WHERE id = 'manager2.wuxi'")
                    .update();
            jdbc.sql("INSERT INTO identity.person_city (person, city) VALUES ('manager2.wuxi', 'wuxi')")
                    .update();
            Caller.forget("manager2.wuxi");
        }
    }

    @Test
    void aPartnerHearsOfItsTasksAndOfNoOrder() throws Exception {
        var operations = listen("operations.nanjing");
        var partner = listen("si.local");
        var order = "PO" + UUID.randomUUID();

        transaction.executeWithoutResult(status -> updates.orderChanged(order, "nanjing"));
        transaction.executeWithoutResult(
                status -> broadcast.taskChanged("a-task", "created", "nanjing", List.of("tinglan@nanjing"), null));

        await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> {
            assertThat(operations).anyMatch(line -> line.contains(order));
            assertThat(partner).anyMatch(line -> line.contains("a-task"));
        });
        assertThat(partner).noneMatch(line -> line.contains(order));
        assertThat(operations).noneMatch(line -> line.contains("a-task"));
    }

    @Test
    void nobodyListensWithoutASignOn() {
        assertThat(Caller.anonymous().get("/api/events").status()).isEqualTo(401);
    }

    private static Queue<String> listen(String person) throws IOException, InterruptedException {
        var lines = new ConcurrentLinkedQueue<String>();
        var response = HttpClient.newHttpClient()
                .send(Caller.as(person).request("/api/events").GET().build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
        var reader = new Thread(() -> read(response.body(), lines));
        reader.setDaemon(true);
        reader.start();
        await().until(() -> !lines.isEmpty());
        return lines;
    }

    private static void read(Stream<String> stream, Queue<String> lines) {
        try {
            stream.forEach(lines::add);
        } catch (RuntimeException cutOff) {
            // ended all the same
        }
        lines.add(ENDED);
    }
}
