package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The packaged server dies in the middle of its work. Judged from outside: every accepted order is there once, and at the
 * sandbox's ledger every step that was asked for took effect exactly once.
 */
class KillFaultTests {

    private static Province province;
    private static Orders orders;

    private final Random chance = new Random(20261123);

    @BeforeAll
    static void start() throws IOException {
        province = new Province();
        orders = Orders.of(province);
    }

    @AfterAll
    static void stop() throws IOException {
        if (province != null) {
            province.close();
        }
    }

    @AfterEach
    void heal() {
        province.sandbox().delete("/faults");
    }

    @Test
    void fiftyOrdersSurviveFiveKills() throws Exception {
        surviveKills(5);
    }

    @Test
    @Tag("long")
    void twoHundredOrdersSurviveTwentyKills() throws Exception {
        surviveKills(20);
    }

    /** Ten orders for each kill. */
    private void surviveKills(int kills) throws Exception {
        var before = acceptedOrders();
        var placed = new ArrayList<String>();
        var callers = Executors.newFixedThreadPool(4);
        try {
            for (var round = 0; round < kills; round++) {
                var submitted = IntStream.range(round * 10, round * 10 + 10)
                        .mapToObj(number ->
                                callers.submit(orders.submit("kill-" + kills + "-" + number, "vpmn", "leased-line")))
                        .toList();
                Packaged.pause(Duration.ofMillis(500 + chance.nextInt(2500)));
                province.server().kill();
                province.server().start();
                for (var order : submitted) {
                    placed.add(order.get());
                }
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(Set.copyOf(placed)).hasSize(10 * kills);
        assertThat(acceptedOrders() - before).isEqualTo(10 * kills);
        await().atMost(Orders.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(placed).allSatisfy(orders::isOpenedAndAwaitsSignOff));
        orders.eachTookEffectOnce(placed);
    }

    @Test
    void anAnswerThatWasNeverStoredIsAskedForAndNotRepeated() throws Exception {
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 4000, "times", 1));
        var order = orders.submit("answer-lost", "vpmn").call();
        await().atMost(Orders.PATIENCE).until(() -> orders.effectsOf(order).size() > 0);
        province.server().kill();
        province.server().start();

        await().atMost(Orders.PATIENCE)
                .untilAsserted(() -> assertThat(orders.state(order)).isEqualTo("completed"));
        orders.eachTookEffectOnce(List.of(order));
    }

    @Test
    void aDatabaseThatCrashesLosesNothing() throws Exception {
        var placed = new ArrayList<String>();
        for (var number = 0; number < 5; number++) {
            placed.add(orders.submit("crash-" + number, "vpmn").call());
        }
        province.postgres().crash(Duration.ZERO);
        placed.add(orders.submit("crash-after", "vpmn").call());

        await().atMost(Orders.PATIENCE)
                .untilAsserted(() -> assertThat(placed)
                        .allSatisfy(order -> assertThat(orders.state(order)).isEqualTo("completed")));
        orders.eachTookEffectOnce(placed);
    }

    @Test
    void theSameOrderSubmittedTwiceAtOnceIsOneOrder() throws Exception {
        var callers = Executors.newFixedThreadPool(4);
        try {
            var same = callers.invokeAll(List.of(
                    orders.submit("twice", "vpmn"),
                    orders.submit("twice", "vpmn"),
                    orders.submit("twice", "vpmn"),
                    orders.submit("twice", "vpmn")));
            var ids = new ArrayList<String>();
            for (var order : same) {
                ids.add(order.get());
            }
            assertThat(Set.copyOf(ids)).hasSize(1);
        } finally {
            callers.shutdownNow();
        }
        var other = province.client().post(Orders.SELLER, "/api/orders", "twice", orders.of("leased-line"));
        assertThat(other.status()).isEqualTo(422);
    }

    /** The judge itself: a client that sends random keys takes effect twice, and is caught. */
    @Test
    void whoeverSendsRandomKeysIsCaught() {
        var order = orders.place("planted", "vpmn");
        orders.awaitState(List.of(order), "completed");
        orders.eachTookEffectOnce(List.of(order));
        var call = orders.keysOf(order).stream()
                .filter(key -> key.contains(":activate:"))
                .findFirst()
                .orElseThrow();

        var planted = province.sandbox()
                .post(
                        null,
                        "/boss/tmf-api/ServiceActivationAndConfiguration/v4/service",
                        UUID.randomUUID().toString(),
                        Map.of("externalId", call, "state", "active", "serviceSpecification", Map.of("id", "vpmn")));

        assertThat(planted.status()).isEqualTo(201);
        assertThatThrownBy(() -> orders.eachTookEffectOnce(List.of(order))).isInstanceOf(AssertionError.class);
    }

    private static long acceptedOrders() {
        return province.client()
                .get(Orders.SELLER, "/api/orders?size=1")
                .body()
                .path("total")
                .asLong();
    }
}
