package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders of one customer, placed and judged from outside: at the API, and at the sandbox's ledger. */
final class Orders {

    static final String SELLER = "account-manager.nanjing";
    static final String OPERATIONS = "operations.nanjing";
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Province province;
    private final String customer;

    private Orders(Province province, String customer) {
        this.province = province;
        this.customer = customer;
    }

    /** Once the customers are there. */
    static Orders of(Province province) {
        await().atMost(PATIENCE).until(() -> !customers(province).isEmpty());
        return new Orders(province, customers(province).get(0));
    }

    static List<String> customers(Province province) {
        return Province.stream(province.client()
                        .get(SELLER, "/api/customers?size=200")
                        .body()
                        .path("items"))
                .map(customer -> customer.path("id").asText())
                .toList();
    }

    Orders forCustomer(String other) {
        return new Orders(province, other);
    }

    String place(String key, String... products) {
        try {
            return submit(key, products).call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<String> placeAll(String key, int count, String... products) {
        var placed = new ArrayList<String>();
        for (var number = 0; number < count; number++) {
            placed.add(place(key + "-" + number, products));
        }
        return placed;
    }

    void awaitState(List<String> orders, String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(state(order)).isEqualTo(state)));
    }

    Callable<String> submit(String key, String... products) {
        return () -> {
            var answer = province.client().post(SELLER, "/api/orders", key, of(products));
            // 409: the first attempt with this key is still under way
            for (var time = 0; answer.status() == 409 && time < 100; time++) {
                Packaged.pause(Duration.ofMillis(200));
                answer = province.client().post(SELLER, "/api/orders", key, of(products));
            }
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            return answer.body().path("id").asText();
        };
    }

    Map<String, ?> of(String... products) {
        var items = List.of(products).stream()
                .map(product ->
                        Map.of("offeringId", product, "action", "add", "quantity", 1, "characteristics", Map.of()))
                .toList();
        return Map.of("customerId", customer, "items", items, "note", "fault test");
    }

    void isOpenedAndAwaitsSignOff(String order) {
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

    /** The unit has done its work; a person has yet to sign it off. */
    void awaitExecuted(List<String> orders) {
        await().atMost(PATIENCE.multipliedBy(3))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(detail(order)
                                        .at("/serviceOrders/0/workOrders/0/stage")
                                        .asText())
                                .isEqualTo("done")));
    }

    /** At the ledger: each call had one effect, nothing else had, and nothing was sent again that had taken effect. */
    void eachTookEffectOnce(List<String> orders) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(calls(order))
                                .allSatisfy(call ->
                                        assertThat(call.path("state").asText()).isEqualToIgnoringCase("done"))));
        var ledger = Ledger.of(province);
        assertThat(orders).allSatisfy(order -> ledger.showsOnceEach(idsOf(order), keysOf(order)));
        assertThat(province.incidents()).as("incidents").isZero();
    }

    /** Of the calls we made, in the order of their recording. */
    List<String> keysOf(String order) {
        return calls(order).stream().map(call -> call.path("key").asText()).toList();
    }

    List<JsonNode> calls(String order) {
        return Province.stream(province.client()
                        .get(SELLER, "/api/orders/" + order + "/calls")
                        .body())
                .toList();
    }

    List<Province.Effect> effectsOf(String order) {
        return Ledger.of(province).effectsOf(idsOf(order));
    }

    /** The order's own and those of all that was made of it. */
    Set<String> idsOf(String order) {
        var ids = Province.stream(detail(order).path("serviceOrders"))
                .flatMap(service -> Stream.concat(Stream.of(service), Province.stream(service.path("workOrders"))))
                .map(it -> it.path("id").asText())
                .collect(Collectors.toSet());
        ids.add(order);
        return ids;
    }

    boolean isKnown(String order) {
        return province.client().get(SELLER, "/api/orders/" + order).status() == 200;
    }

    String state(String order) {
        return detail(order).path("state").asText();
    }

    JsonNode detail(String order) {
        return province.client().get(SELLER, "/api/orders/" + order).body();
    }
}
