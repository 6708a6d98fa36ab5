package esop.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final String SELLER = "account-manager.nanjing";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Province province;
    private static String customer;

    private final Random chance = new Random(20261123);

    @BeforeAll
    static void start() throws IOException {
        province = new Province();
        await().atMost(PATIENCE).until(() -> !customers().isEmpty());
        customer = customers().get(0).path("id").asText();
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
        var orders = new ArrayList<String>();
        var callers = Executors.newFixedThreadPool(4);
        try {
            for (var round = 0; round < kills; round++) {
                var submitted = IntStream.range(round * 10, round * 10 + 10)
                        .mapToObj(
                                number -> callers.submit(submit("kill-" + kills + "-" + number, "vpmn", "leased-line")))
                        .toList();
                Packaged.pause(Duration.ofMillis(500 + chance.nextInt(2500)));
                province.server().kill();
                province.server().start();
                for (var order : submitted) {
                    orders.add(order.get());
                }
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(Set.copyOf(orders)).hasSize(10 * kills);
        assertThat(acceptedOrders() - before).isEqualTo(10 * kills);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(orders).allSatisfy(KillFaultTests::isOpenedAndAwaitsSignOff));
        assertThat(orders).allSatisfy(KillFaultTests::tookEffectOnce);
    }

    @Test
    void anAnswerThatWasNeverStoredIsAskedForAndNotRepeated() throws Exception {
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 4000, "times", 1));
        var order = submit("answer-lost", "vpmn").call();
        await().atMost(PATIENCE).until(() -> effectsOf(order).size() > 0);
        province.server().kill();
        province.server().start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(order)).isEqualTo("completed"));
        tookEffectOnce(order);
    }

    @Test
    void aDatabaseThatCrashesLosesNothing() throws Exception {
        var orders = new ArrayList<String>();
        for (var number = 0; number < 5; number++) {
            orders.add(submit("crash-" + number, "vpmn").call());
        }
        province.crashPostgres();
        orders.add(submit("crash-after", "vpmn").call());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(state(order)).isEqualTo("completed")));
        assertThat(orders).allSatisfy(KillFaultTests::tookEffectOnce);
    }

    @Test
    void theSameOrderSubmittedTwiceAtOnceIsOneOrder() throws Exception {
        var callers = Executors.newFixedThreadPool(4);
        try {
            var same = callers.invokeAll(List.of(
                    submit("twice", "vpmn"),
                    submit("twice", "vpmn"),
                    submit("twice", "vpmn"),
                    submit("twice", "vpmn")));
            var ids = new ArrayList<String>();
            for (var order : same) {
                ids.add(order.get());
            }
            assertThat(Set.copyOf(ids)).hasSize(1);
        } finally {
            callers.shutdownNow();
        }
        var other = province.client().post(SELLER, "/api/orders", "twice", order("leased-line"));
        assertThat(other.status()).isEqualTo(422);
    }

    private static Callable<String> submit(String key, String... products) {
        return () -> {
            var answer = province.client().post(SELLER, "/api/orders", key, order(products));
            // 409: the first attempt with this key is still under way
            while (answer.status() == 409) {
                Packaged.pause(Duration.ofMillis(200));
                answer = province.client().post(SELLER, "/api/orders", key, order(products));
            }
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            return answer.body().path("id").asText();
        };
    }

    private static Map<String, ?> order(String... products) {
        var items = List.of(products).stream()
                .map(product ->
                        Map.of("offeringId", product, "action", "add", "quantity", 1, "characteristics", Map.of()))
                .toList();
        return Map.of("customerId", customer, "items", items, "note", "fault test");
    }

    private static void isOpenedAndAwaitsSignOff(String order) {
        var services = Province.stream(detail(order).path("serviceOrders"))
                .collect(Collectors.toMap(it -> it.path("product").asText(), it -> it));
        assertThat(services).containsOnlyKeys("vpmn", "leased-line");
        assertThat(services.get("vpmn").path("state").asText()).isEqualTo("completed");
        assertThat(services.get("leased-line").path("workOrders")).hasSize(1);
        var tasks = province.client()
                .get("operations.nanjing", "/api/tasks?view=group&process=work-order&size=200&q=" + order)
                .body();
        assertThat(tasks.path("total").asInt()).as("tasks of " + order).isEqualTo(1);
    }

    /** Every call we made has one effect at the ledger, and the ledger has no effect beyond them. */
    private static void tookEffectOnce(String order) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(calls(order))
                        .allSatisfy(
                                call -> assertThat(call.path("state").asText()).isEqualToIgnoringCase("done")));
        var wanted =
                calls(order).stream().map(call -> call.path("key").asText()).toList();
        var applied = effectsOf(order).stream().collect(groupingBy(Province.Effect::externalId, counting()));
        assertThat(applied.keySet()).as("effects of " + order).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(applied.values()).as("effects of " + order + ": " + applied).containsOnly(1L);
    }

    private static List<JsonNode> calls(String order) {
        return Province.stream(province.client()
                        .get(SELLER, "/api/orders/" + order + "/calls")
                        .body())
                .toList();
    }

    private static List<Province.Effect> effectsOf(String order) {
        var ids = Province.stream(detail(order).path("serviceOrders"))
                .flatMap(service -> Stream.concat(Stream.of(service), Province.stream(service.path("workOrders"))))
                .map(it -> it.path("id").asText())
                .collect(Collectors.toSet());
        ids.add(order);
        return province.effects().stream()
                .filter(effect -> effect.applied().equals("yes"))
                .filter(effect -> ids.contains(effect.externalId().split(":")[0]))
                .toList();
    }

    private static String state(String order) {
        return detail(order).path("state").asText();
    }

    private static JsonNode detail(String order) {
        return province.client().get(SELLER, "/api/orders/" + order).body();
    }

    private static long acceptedOrders() {
        return province.client()
                .get(SELLER, "/api/orders?size=1")
                .body()
                .path("total")
                .asLong();
    }

    private static List<JsonNode> customers() {
        return Province.stream(province.client()
                        .get(SELLER, "/api/customers?size=1")
                        .body()
                        .path("items"))
                .toList();
    }
}
