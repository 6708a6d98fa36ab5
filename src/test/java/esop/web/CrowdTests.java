package esop.web;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.Caller.Answer;
import esop.EsopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many ask at once, there are connections to the database left for everybody else. */
@EsopTest
class CrowdTests {

    private static final int KEYED = 20;
    private static final int EXPORTS_OF_ONE = 2;
    private static final int EXPORTS = 8;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void letAllGo() {
        ProbeController.letGo.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ProbeController.HELD.get() == 0);
        threads.shutdown();
    }

    @Test
    void manyBulksWithKeysOfTheirOwnWantOneConnectionEach() throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        for (var i = 0; i < 60; i++) {
            answers.add(threads.submit(() -> bulk(UUID.randomUUID().toString())));
        }

        for (var answer : answers) {
            assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
        }
    }

    @Test
    void aBulkIsAnsweredTheSameAgain() {
        var key = UUID.randomUUID().toString();

        var first = bulk(key);
        var second = bulk(key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        var other = Caller.as("manager")
                .with("Idempotency-Key", key)
                .post("/api/tasks/bulk", Map.of("action", "claim", "ids", List.of("another")));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void beyondSoManyKeyedWritesOneIsAskedToComeAgain() {
        // More than there are places: of two whose keys happen to take the same turn, one waits for the other.
        hold(KEYED, 3 * KEYED, () -> probe("held"));

        var refused = probe("late");

        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.json().get("detail").asText()).isEqualTo("同时办理的太多，请过几秒再试。");
        assertThat(Caller.as("manager").get("/api/me").status()).isEqualTo(200);
        letAllGo();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> probe("late").status() == 201);
    }

    @Test
    void nobodyExportsMoreThanTwoListsAtOnceAndAllTogetherNotMoreThanEight() {
        hold(EXPORTS_OF_ONE, EXPORTS_OF_ONE, () -> export("manager"));

        assertThat(export("manager").status()).isEqualTo(503);
        assertThat(Caller.as("manager").get("/api/orders/export").header("Retry-After"))
                .isEqualTo("5");
        assertThat(Caller.as("operations.nanjing").get("/api/orders/export").status())
                .isEqualTo(200);

        var others = List.of("operations.nanjing", "operations.suzhou", "operations.wuxi");
        others.forEach(person -> hold(EXPORTS_OF_ONE, EXPORTS_OF_ONE, () -> export(person)));
        assertThat(ProbeController.HELD.get()).isEqualTo(EXPORTS);
        assertThat(Caller.as("manager.nanjing").get("/api/orders/export").status())
                .isEqualTo(503);
        letAllGo();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Caller.as("manager").get("/api/orders/export").status() == 200);
    }

    private void hold(int more, int sent, Supplier<Answer> request) {
        if (ProbeController.letGo.getCount() == 0) {
            ProbeController.letGo = new CountDownLatch(1);
        }
        var then = ProbeController.HELD.get() + more;
        for (var i = 0; i < sent; i++) {
            threads.submit(request::get);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ProbeController.HELD.get() == then);
    }

    private static Answer export(String person) {
        return Caller.as(person).get("/api/probe/held/export");
    }

    private static Answer probe(String name) {
        return Caller.as("manager")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/probe", Map.of("name", name, "quantity", 1));
    }

    private static Answer bulk(String key) {
        return Caller.as("manager")
                .with("Idempotency-Key", key)
                .post("/api/tasks/bulk", Map.of("action", "claim", "ids", List.of("no-such-task")));
    }
}
