package esop.web;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.Caller.Answer;
import esop.EsopTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class IdempotencyFilterTests {

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();
    private final String name = key.substring(0, 8);

    @Test
    void theSameKeyAndBodyGetTheSameAnswerAndOneEffect() {
        var first = send("manager", key, name);
        var second = send("manager", key, name);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(effects(name)).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        send("manager", key, name);

        assertThat(send("manager", key, "other").status()).isEqualTo(422);
        assertThat(effects("other")).isZero();
    }

    @Test
    void fiftyAtOnceHaveOneEffect() throws Exception {
        var threads = Executors.newFixedThreadPool(50);
        try {
            var caller = Caller.as("manager").with("Idempotency-Key", key);
            var answers = threads.invokeAll(Stream.generate(() ->
                            (Callable<Answer>) () -> caller.post("/api/probe", Map.of("name", name, "quantity", 1)))
                    .limit(50)
                    .toList());
            var bodies = new java.util.HashSet<String>();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                bodies.add(answer.get().body());
            }
            assertThat(bodies).hasSize(1);
            assertThat(effects(name)).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusalIsAnsweredTheSameAgain() {
        var first = send("manager", key, "refused" + name);
        var before = ProbeController.EFFECTS.get();
        var second = send("manager", key, "refused" + name);

        assertThat(first.status()).isEqualTo(422);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(ProbeController.EFFECTS.get()).isEqualTo(before);
        assertThat(effects("refused" + name)).isZero();
    }

    @Test
    void whatBrokeMayBeTriedAgain() {
        var before = ProbeController.EFFECTS.get();

        assertThat(send("manager", key, "broken" + name).status()).isEqualTo(500);
        assertThat(send("manager", key, "broken" + name).status()).isEqualTo(500);
        assertThat(ProbeController.EFFECTS.get()).isEqualTo(before + 2);
        assertThat(effects("broken" + name)).isZero();
    }

    @Test
    void whoeverWasOvertakenMayTryAgain() {
        var before = ProbeController.EFFECTS.get();

        assertThat(send("manager", key, "overtaken" + name).status()).isEqualTo(409);
        assertThat(send("manager", key, "overtaken" + name).status()).isEqualTo(409);
        assertThat(ProbeController.EFFECTS.get()).isEqualTo(before + 2);
        assertThat(effects("overtaken" + name)).isZero();
    }

    @Test
    void aKeyBelongsToItsPerson() {
        send("manager", key, name);

        assertThat(send("manager.nanjing", key, name).status()).isEqualTo(201);
        assertThat(effects(name)).isEqualTo(2);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertThat(send("manager", "k".repeat(201), name).status()).isEqualTo(400);
    }

    private Answer send(String person, String key, String name) {
        return Caller.as(person).with("Idempotency-Key", key).post("/api/probe", Map.of("name", name, "quantity", 1));
    }

    private int effects(String name) {
        return jdbc.sql("SELECT count(*) FROM identity.audit_log WHERE action = 'probe' AND subject = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }
}
