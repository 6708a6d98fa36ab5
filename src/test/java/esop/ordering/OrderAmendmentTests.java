package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.systems.SandboxClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class OrderAmendmentTests {

    private static final String NANJING = "C320100002";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private TaskService tasks;

    private final SandboxClient sandbox = new SandboxClient();
    private Caller accountManager;

    @BeforeEach
    void signOn() {
        accountManager = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
    }

    @BeforeEach
    @AfterEach
    void everySystemIsQuick() {
        sandbox.heal();
        for (var system : List.of("boss", "eoms", "platform")) {
            sandbox.behaves(system, Map.of("answerAfterMs", 300, "manual", false));
        }
    }

    @Test
    void whatIsAddedUnderWayIsOpenedAfterWhatIsJustBeingOpened() {
        var id = held();

        var amended = amend(id, add("adc"));

        assertThat(amended.status()).as(amended.body()).isEqualTo(200);
        assertThat(amended.json().get("items")).hasSize(2);
        assertThat(line(id, "adc").get("state").asText()).isEqualTo("acknowledged");
        assertThat(item(id, "adc").get("state").asText()).isEqualTo("inProgress");
        release(id);
        awaitState(id, "completed");
        assertThat(line(id, "adc").get("state").asText()).isEqualTo("completed");
        assertThat(order(id).at("/serviceOrders")).hasSize(2);
        assertThat(timeline(id)).contains("加订：ADC 应用托管");
        await().atMost(PATIENCE)
                .until(() -> sandbox.arrivals(id).stream().anyMatch(key -> key.startsWith(id + ":mirror-amended:")));
    }

    @Test
    void whatHasNotHadItsTurnIsChangedAndDropped() {
        var id = held();
        amend(id, add("adc"), add("leased-line"));
        var adc = item(id, "adc");
        var line = item(id, "leased-line");
        assertThat(isListedUnder(id, "leased-line")).isTrue();
        assertThat(adc.get("changeable").asBoolean()).isTrue();
        assertThat(item(id, "vpmn").get("changeable").asBoolean()).isFalse();

        var amended = amend(
                id,
                Map.of(
                        "change", "modify",
                        "itemId", adc.get("id").asText(),
                        "item", Map.of("offeringId", "adc", "characteristics", Map.of("licences", 77))),
                Map.of("change", "delete", "itemId", line.get("id").asText()));

        assertThat(amended.status()).as(amended.body()).isEqualTo(200);
        assertThat(isListedUnder(id, "leased-line")).isFalse();
        assertThat(isListedUnder(id, "adc")).isTrue();
        release(id);
        awaitState(id, "completed");
        assertThat(item(id, "leased-line").get("state").asText()).isEqualTo("cancelled");
        assertThat(item(id, "adc").get("state").asText()).isEqualTo("completed");
        assertThat(item(id, "adc").get("characteristics").toString()).contains("77");
        assertThat(order(id).get("serviceOrders"))
                .extracting(one -> one.get("state").asText())
                .containsExactlyInAnyOrder("completed", "completed", "cancelled", "cancelled");
        assertThat(sandbox.arrivals(line(id, "leased-line").get("id").asText())).isEmpty();
    }

    @Test
    void whatIsBegunOrDoneIsNotContradicted() {
        var id = held();
        var vpmn = item(id, "vpmn").get("id").asText();

        var refused = amend(id, add("adc"), Map.of("change", "delete", "itemId", vpmn));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("reason").asText()).isEqualTo("begun");
        assertThat(refused.json().get("detail").asText()).contains("集团短号网");
        assertThat(order(id).get("items")).as("all of it or nothing").hasSize(1);
        release(id);
        awaitState(id, "completed");
        var late = amend(id, add("adc"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("detail").asText()).contains("已终结");
    }

    @Test
    void eachWrongFieldIsNamed() {
        var id = held();
        amend(id, add("adc"));
        var adc = item(id, "adc").get("id").asText();

        var answer = amend(
                id,
                Map.of("change", "swap"),
                Map.of("change", "delete", "itemId", "PO-nobody"),
                Map.of("change", "modify", "itemId", adc, "item", Map.of("offeringId", "vpmn")),
                Map.of("change", "delete", "itemId", adc),
                Map.of("change", "add", "item", Map.of("offeringId", "adc", "characteristics", Map.of("licences", -1))),
                Map.of("change", "add"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsText("field"))
                .contains(
                        "items[0].change",
                        "items[1].itemId",
                        "items[2].item.offeringId",
                        "items[3].itemId",
                        "items[4].item.characteristics.licences",
                        "items[5].item.offeringId");
        assertThat(Caller.as("account-manager.suzhou")
                        .post("/api/orders/" + id + "/amend", Map.of("items", List.of(add("adc"))))
                        .status())
                .isEqualTo(404);
        release(id);
        awaitState(id, "completed");
    }

    @Test
    void manyAtOnceLoseNothing() {
        var id = held();

        var statuses = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> amend(id, add("vpmn")).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(order(id).get("items")).hasSize(7);
        release(id);
        awaitState(id, "completed");
        assertThat(order(id).get("serviceOrders"))
                .extracting(one -> one.get("state").asText())
                .hasSize(7)
                .containsOnly("completed");
    }

    /** An order whose only item waits for somebody to resolve what went wrong. */
    private String held() {
        sandbox.breaks("boss", "refuse", Map.of());
        var answer = accountManager.post(
                "/api/orders",
                Map.of("customerId", NANJING, "items", List.of(Map.of("offeringId", "vpmn", "action", "add"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var id = answer.json().get("id").asText();
        await().atMost(PATIENCE).until(() -> resolving(id) == 1);
        return id;
    }

    private boolean isListedUnder(String id, String product) {
        var found = accountManager
                .get("/api/orders?product=" + product + "&q=" + id)
                .json();
        return found.get("total").asInt() == 1;
    }

    private void release(String id) {
        sandbox.heal();
        var task = tasks.createTaskQuery()
                .taskDefinitionKey("resolveFallout")
                .processVariableValueEquals("orderId", id)
                .singleResult();
        var operations = Caller.as("operations.nanjing");
        operations.post("/api/tasks/" + task.getId() + "/claim", Map.of());
        assertThat(operations
                        .post("/api/tasks/" + task.getId() + "/complete", Map.of("data", Map.of("action", "retry")))
                        .status())
                .isEqualTo(200);
    }

    private long resolving(String id) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("resolveFallout")
                .processVariableValueEquals("orderId", id)
                .count();
    }

    private static Map<String, Object> add(String offering) {
        return Map.of("change", "add", "item", Map.of("offeringId", offering, "action", "add"));
    }

    @SafeVarargs
    private Caller.Answer amend(String id, Map<String, ? extends Object>... changes) {
        return accountManager.post("/api/orders/" + id + "/amend", Map.of("items", Arrays.asList(changes)));
    }

    private JsonNode order(String id) {
        return accountManager.get("/api/orders/" + id).json();
    }

    private JsonNode item(String id, String offering) {
        return find(order(id).get("items"), "offeringId", offering);
    }

    private JsonNode line(String id, String product) {
        return find(order(id).get("serviceOrders"), "product", product);
    }

    private static JsonNode find(JsonNode among, String field, String value) {
        for (var one : among) {
            if (one.get(field).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError(value);
    }

    private void awaitState(String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(order(id).get("state").asText()).isEqualTo(state));
    }

    private List<String> timeline(String id) {
        return accountManager.get("/api/orders/" + id + "/timeline").json().findValuesAsText("text");
    }
}
