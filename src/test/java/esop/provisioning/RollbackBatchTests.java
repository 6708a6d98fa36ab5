package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EsopTest
class RollbackBatchTests extends ProvisioningScene {

    private Caller operations;

    @BeforeEach
    void signOn() {
        operations = Caller.as("operations.nanjing").with("Accept-Language", "zh-CN");
    }

    @Test
    void aChainIsTakenBackNewestFirstEachAfterTheLaterOneIsUndone() {
        var customer = "C-" + UUID.randomUUID();
        var first = opened("vpmn", customer);
        var second = opened("vpmn", customer);
        var third = opened("vpmn", customer);

        assertThat(previewed(true, first).findValuesAsText("orderId"))
                .containsExactly(orderId(third), orderId(second), orderId(first));
        assertThat(previewed(true, first).get(2).at("/steps/0/step").asText()).isEqualTo("activate");
        assertThat(previewed(false, first)).hasSize(1);

        var batch = propose(true, first);

        assertThat(states(batch)).containsExactly("proposed", "proposed", "proposed");
        assertThat(batch.get("items").findValuesAsText("orderId"))
                .containsExactly(orderId(third), orderId(second), orderId(first))
                .as("newest first");
        assertThat(listed(batch).get("open").asInt()).isEqualTo(3);
        approve(batch.get("id").asText());
        await().atMost(SOON).until(() -> states(find(batch)).equals(List.of("undone", "undone", "undone")));
        var batchItems = find(batch).get("items");
        for (var older = 1; older < batchItems.size(); older++) {
            assertThat(time(batchItems.get(older), "created"))
                    .isAfterOrEqualTo(time(batchItems.get(older - 1), "ended"));
        }
        assertThat(listed(batch).get("open").asInt()).isZero();
        assertThat(listed(batch).get("orders").asInt()).isEqualTo(3);
        assertThat(Caller.as("operations.suzhou")
                        .get("/api/rollbacks/batches")
                        .json()
                        .findValuesAsText("id"))
                .doesNotContain(batch.get("id").asText());
    }

    @Test
    void eachHasAResultOfItsOwn() {
        var good = opened("vpmn", null);
        var customer = "C-" + UUID.randomUUID();
        var stoodOn = opened("vpmn", customer);
        opened("vpmn", customer);
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var failed = open("vpmn", "add");
        complete(awaitTask(failed, "resolveFallout"), Map.of("action", "abort", "note", "客户放弃"));
        awaitEnd(failed, "serviceNotOpened");

        var batch = propose(false, good, stoodOn, failed);

        assertThat(batch.get("items"))
                .extracting(item ->
                        item.get("orderId").asText() + " " + item.get("state").asText() + " "
                                + item.path("obstacle").asText("-"))
                .containsExactlyInAnyOrder(
                        orderId(good) + " proposed -",
                        orderId(stoodOn) + " refused later-orders",
                        orderId(failed) + " refused nothing");
        approve(batch.get("id").asText());
        await().atMost(SOON).until(() -> states(find(batch)).contains("undone"));
    }

    @Test
    void whatStandsBelowAStepThatWasGivenUpIsRefusedInsteadOfWaitingForEver() {
        var customer = "C-" + UUID.randomUUID();
        var first = opened("vpmn", customer);
        var second = opened("vpmn", customer);
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var batch = start(true, first);
        var rollback = batch.at("/items/0/rollbackId").asText();
        var undoing = await().atMost(SOON)
                .until(
                        () -> engine.createProcessInstanceQuery()
                                .processInstanceBusinessKey(rollback, "rollback")
                                .singleResult(),
                        found -> found != null);

        complete(awaitTask(undoing, "resolveFallout"), Map.of("action", "abort", "note", "号码已另用"));

        await().atMost(SOON).until(() -> states(find(batch)).equals(List.of("incomplete", "refused")));
        assertThat(find(batch).at("/items/1/obstacle").asText()).isEqualTo("later-orders");
        assertThat(sandbox.ledger(first.getBusinessKey() + ":deactivate:1")).isEmpty();
        assertThat(find(batch).at("/items/0/orderId").asText()).isEqualTo(orderId(second));
    }

    @Test
    void tooManyAnotherCitysAndWhoMayNotAreRefusedAsAWhole() {
        var mine = opened("vpmn", null);
        var many = IntStream.range(0, 51).mapToObj(number -> "PO" + number).toList();
        assertThat(operations
                        .post("/api/rollbacks/batches", Map.of("orderIds", List.of(), "reason", "错"))
                        .status())
                .isEqualTo(422);
        assertThat(operations
                        .post("/api/rollbacks/batches", Map.of("orderIds", many, "reason", "错"))
                        .status())
                .isEqualTo(422);
        assertThat(operations
                        .post("/api/rollbacks/batches", Map.of("orderIds", List.of(orderId(mine))))
                        .status())
                .isEqualTo(422);
        var wanted = Map.of("orderIds", List.of(orderId(mine)), "reason", "错");
        assertThat(Caller.as("operations.suzhou")
                        .post("/api/rollbacks/batches", wanted)
                        .status())
                .isEqualTo(422);
        assertThat(Caller.as("account-manager.nanjing")
                        .post("/api/rollbacks/batches", wanted)
                        .status())
                .isEqualTo(403);

        var batch = start(false, mine);
        assertThat(Caller.as("operations.suzhou")
                        .get("/api/rollbacks/batches/" + batch.get("id").asText())
                        .status())
                .isEqualTo(404);
        await().atMost(SOON).until(() -> states(find(batch)).equals(List.of("undone")));
    }

    private ProcessInstance opened(String product, String customer) {
        var opening = openFor(product, "add", customer);
        awaitEnd(opening, "serviceOpened");
        return opening;
    }

    private JsonNode start(boolean withChain, ProcessInstance... openings) {
        var batch = propose(withChain, openings);
        approve(batch.get("id").asText());
        return find(batch);
    }

    private JsonNode previewed(boolean withChain, ProcessInstance opening) {
        return operations
                .post(
                        "/api/rollbacks/batches/preview",
                        Map.of("orderIds", List.of(orderId(opening)), "withChain", withChain))
                .json();
    }

    private JsonNode listed(JsonNode batch) {
        for (var summary : operations.get("/api/rollbacks/batches").json()) {
            if (summary.get("id").equals(batch.get("id"))) {
                return summary;
            }
        }
        throw new AssertionError(batch);
    }

    private JsonNode propose(boolean withChain, ProcessInstance... openings) {
        var orders = List.of(openings).stream().map(RollbackBatchTests::orderId).toList();
        var answer = operations.post(
                "/api/rollbacks/batches", Map.of("orderIds", orders, "withChain", withChain, "reason", "开错客户"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    private JsonNode find(JsonNode batch) {
        return operations
                .get("/api/rollbacks/batches/" + batch.get("id").asText())
                .json();
    }

    private OffsetDateTime time(JsonNode item, String moment) {
        var rollback = operations
                .get("/api/rollbacks/" + item.get("rollbackId").asText())
                .json();
        return OffsetDateTime.parse(rollback.get(moment).asText());
    }

    private static List<String> states(JsonNode batch) {
        return batch.get("items").findValuesAsText("state");
    }

    private static String orderId(ProcessInstance opening) {
        return "PO" + opening.getBusinessKey();
    }
}
