package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was done is taken back while the server dies, and while one step cannot be. */
@Tag("long")
class RollbackFaultTests {

    private static final String APPROVER = "approver.nanjing";
    private static final String DESIGNER = "designer";

    private static Province province;
    private static Orders orders;

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
    void aChainIsTakenBackNewestFirstThroughKills() {
        recordNoSubscriptions();
        var chain = new ArrayList<String>();
        for (var number = 0; number < 12; number++) {
            var order = orders.place("chain-" + number, "vpmn");
            orders.awaitState(List.of(order), "completed");
            chain.add(order);
        }

        var batch = rollBack("chain", List.of(chain.get(0)), true);
        for (var kill = 0; kill < 3; kill++) {
            Packaged.pause(Duration.ofMillis(1500));
            province.server().kill();
            province.server().start();
        }

        await().atMost(Orders.PATIENCE).until(() -> states(batch).stream().allMatch("undone"::equals));
        Collections.reverse(chain);
        var undoing = chain.stream()
                .map(order -> serviceOrder(order) + ":deactivate:1")
                .toList();
        assertThat(province.effects().stream()
                        .filter(effect -> effect.applied().equals("yes"))
                        .map(Province.Effect::externalId)
                        .filter(undoing::contains))
                .as("each once, the newest first")
                .containsExactlyElementsOf(undoing);
    }

    @Test
    void oneOfFiftyThatCannotBeTakenBackHoldsNobodyUp() {
        var customers = Orders.customers(province);
        var placed = new ArrayList<String>();
        for (var number = 0; number < 50; number++) {
            placed.add(orders.forCustomer(customers.get(1 + number % (customers.size() - 1)))
                    .place("fifty-" + number, "vpmn"));
        }
        orders.awaitState(placed, "completed");
        var stubborn = placed.get(0);
        province.sandbox()
                .put("/faults/boss", Map.of("mode", "refuse", "containing", serviceOrder(stubborn) + ":deactivate"));

        var batch = rollBack("fifty", placed, false);

        await().atMost(Orders.PATIENCE)
                .until(() -> states(batch).stream().filter("undone"::equals).count() == 49);
        assertThat(items(batch).filter(item -> !item.path("state").asText().equals("undone")))
                .singleElement()
                .satisfies(item -> assertThat(item.path("orderId").asText()).isEqualTo(stubborn));
        await().atMost(Orders.PATIENCE).until(() -> openFallouts(stubborn) == 1);
    }

    /** Without them, orders of the same product stand on each other. */
    private static void recordNoSubscriptions() {
        var path = "/api/decisions/order-decomposition";
        var page = province.client().get(DESIGNER, path).body();
        var rules = Province.stream(page.at("/table/rules"))
                .filter(rule -> !rule.path("id").asText().equals("subscription"))
                .toList();
        var saved = province.client()
                .put(
                        DESIGNER,
                        path,
                        Map.of("version", page.path("version").asInt(), "note", "fault test", "rules", rules));
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
    }

    private static int openFallouts(String order) {
        return province.client()
                .get(Orders.OPERATIONS, "/api/fallouts?state=open&q=" + order)
                .body()
                .path("total")
                .asInt();
    }

    private static String rollBack(String key, List<String> orders, boolean withChain) {
        var answer = province.client()
                .post(
                        Orders.OPERATIONS,
                        "/api/rollbacks/batches",
                        key,
                        Map.of("orderIds", orders, "withChain", withChain, "reason", "fault test"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        var batch = answer.body().path("id").asText();
        agree(key, batch);
        return batch;
    }

    private static void agree(String key, String batch) {
        var tasks = province.client()
                .get(APPROVER, "/api/tasks?view=group&process=resolution-approval&q=" + batch)
                .body();
        var task = "/api/tasks/" + tasks.at("/items/0/id").asText();
        province.client().post(APPROVER, task + "/claim", key + "-claim", Map.of());
        var agreed = province.client()
                .post(APPROVER, task + "/complete", key + "-agree", Map.of("data", Map.of("approval", "approve")));
        assertThat(agreed.status()).as(agreed.body().toString()).isEqualTo(200);
    }

    private static List<String> states(String batch) {
        return items(batch).map(item -> item.path("state").asText()).toList();
    }

    private static Stream<JsonNode> items(String batch) {
        return Province.stream(province.client()
                .get(Orders.OPERATIONS, "/api/rollbacks/batches/" + batch)
                .body()
                .path("items"));
    }

    private static String serviceOrder(String order) {
        return orders.detail(order).at("/serviceOrders/0/id").asText();
    }
}
