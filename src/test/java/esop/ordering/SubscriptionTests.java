package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** 订购类定单: what the CRM is told that a customer subscribes to, beside what is opened for it (ESOP 6.3.2.1.1.1(2)). */
@EsopTest
class SubscriptionTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REGISTER = "registerProduct";

    @Autowired
    private TaskService tasks;

    private final SandboxClient sandbox = new SandboxClient();
    private Caller accountManager;
    private Caller operations;

    @BeforeEach
    void signOn() {
        accountManager = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
        operations = Caller.as("operations.nanjing").with("Accept-Language", "zh-CN");
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
    void whatIsOpenedIsRegisteredWithTheCrmOnceAndShownWithTheOrderAndTheCustomer() {
        var customer = "C320100024";
        var id = place(customer, "add", "vpmn");
        awaitState(id, "completed");

        var order = order(id);
        assertThat(order.get("serviceOrders")).hasSize(1);
        var subscription = order.at("/subscriptionOrders/0");
        assertThat(order.get("subscriptionOrders")).hasSize(1);
        assertThat(subscription.get("id").asText()).startsWith("SU");
        assertThat(subscription.get("state").asText()).isEqualTo("completed");
        assertThat(subscription.get("productNameEn").asText()).isEqualTo("VPMN group calling");
        var registration = sandbox.ledger(step(order, "subscribe"));
        assertThat(registration).extracting(SandboxClient.Entry::operation).containsExactly(REGISTER + ".create");

        var known = sandbox.record("crm", "product", subscription.get("crmId").asText());
        assertThat(known.get("status").asText()).isEqualTo("active");
        assertThat(known.get("externalId")).isEqualTo(subscription.get("id"));
        assertThat(known.at("/relatedParty/0/id").asText()).isEqualTo(customer);
        assertThat(known.at("/productOffering/id").asText()).isEqualTo("vpmn");

        assertThat(accountManager.get("/api/orders/" + id + "/calls").json().findValuesAsText("step"))
                .containsSubsequence("activate", "subscribe", "mirror-completed");
        assertThat(timeline(id)).contains("向CRM发出“登记订购”", "CRM完成“登记订购”");
        var row = held(customer).at("/items/0");
        assertThat(row.get("id")).isEqualTo(subscription.get("id"));
        assertThat(row.get("orderId").asText()).isEqualTo(id);
        assertThat(row.get("crmId")).isEqualTo(subscription.get("crmId"));
        assertThat(Caller.as("account-manager.suzhou")
                        .get("/api/customers/" + customer + "/subscriptions")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPackIsRegisteredByItsPartsInOneCall() {
        var id = place("C320100023", "add", "enterprise-pack");
        complete(operations, awaitTask(id, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitState(id, "completed");

        var order = order(id);
        assertThat(order.get("subscriptionOrders").findValuesAsText("product"))
                .containsExactlyInAnyOrder("leased-line", "vpmn", "adc");
        assertThat(order.get("subscriptionOrders").findValuesAsText("crmId"))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(accountManager.get("/api/orders/" + id + "/calls").json().findValuesAsText("step"))
                .containsOnlyOnce("subscribe");
        assertThat(held("C320100023").get("total").asInt()).isEqualTo(3);
    }

    @Test
    void aSubscriptionIsChangedAndEndedAndWhatWasNeverSubscribedIsSaidSo() {
        var customer = "C320100022";
        var id = place(customer, "add", "vpmn");
        awaitState(id, "completed");
        var crmId = order(id).at("/subscriptionOrders/0/crmId").asText();

        var change = accountManager.post("/api/orders", body(customer, "modify", "vpmn", Map.of("memberCount", 88)));
        var changed = change.json().get("id").asText();
        awaitState(changed, "completed");
        assertThat(order(changed).at("/subscriptionOrders/0/crmId").asText()).isEqualTo(crmId);
        assertThat(held(customer).at("/items/0/characteristics/memberCount").asInt())
                .isEqualTo(88);
        assertThat(memberCount(sandbox.record("crm", "product", crmId))).isEqualTo(88);
        assertThat(warnings(customer, "delete")).isEmpty();

        var ended = place(customer, "delete", "vpmn");
        awaitState(ended, "completed");
        assertThat(sandbox.record("crm", "product", crmId).get("status").asText())
                .isEqualTo("terminated");
        assertThat(held(customer).get("total").asInt()).isZero();

        assertThat(warnings(customer, "delete")).containsExactly("客户没有“集团短号网”的订购记录，可能从未订购；仍可提交");
        var nothing = order(place(customer, "delete", "leased-line")).get("id").asText();
        complete(operations, awaitTask(nothing, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitState(nothing, "completed");
        var rejected = order(nothing).at("/subscriptionOrders/0");
        assertThat(rejected.get("state").asText()).isEqualTo("rejected");
        assertThat(rejected.get("message").asText()).isEqualTo("客户没有这项订购，无可退订");
        assertThat(timeline(nothing)).anyMatch(line -> line.contains("客户未在 ESOP 订购过互联网专线"));
        assertThat(sandbox.ledger(step(order(nothing), "subscribe"))).isEmpty();
    }

    @Test
    void whatWasNotOpenedIsNotRegistered() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("C320100021", "add", "vpmn");
        resolve(id, "abort");
        awaitState(id, "failed");

        var subscription = order(id).at("/subscriptionOrders/0");
        assertThat(subscription.get("state").asText()).isEqualTo("failed");
        assertThat(subscription.get("message").asText()).isEqualTo("服务未开通，不登记");
        assertThat(sandbox.ledger(step(order(id), "subscribe"))).isEmpty();
    }

    @Test
    void aRegistrationWithoutAnAnswerIsProvedBeforeItIsSentAgain() {
        sandbox.breaks("crm", "timeout-after", Map.of("operation", REGISTER, "times", 1, "delayMs", 100));
        var id = place("C320100020", "add", "vpmn");
        awaitState(id, "completed");

        assertThat(sandbox.applied(step(order(id), "subscribe"))).isEqualTo(1);
        assertThat(order(id).at("/subscriptionOrders/0/crmId").asText()).startsWith("CRM-P-");
    }

    @Test
    void aRefusedRegistrationHoldsTheOrderAndIsSentAgain() {
        sandbox.breaks("crm", "refuse", Map.of("operation", REGISTER));
        var id = place("C320100019", "add", "vpmn");
        awaitState(id, "held");
        var held = order(id).at("/subscriptionOrders/0");
        assertThat(held.get("state").asText()).isEqualTo("held");
        assertThat(order(id).at("/serviceOrders/0/openFallout").isNull())
                .as("said once")
                .isTrue();
        assertThat(operations
                        .get("/api/fallouts/" + held.get("openFallout").asText())
                        .json()
                        .get("answers"))
                .extracting(JsonNode::asText)
                .containsExactly("retry", "manual", "roll-back-order", "abort");
        sandbox.heal();
        resolve(id, "retry");

        awaitState(id, "completed");
        assertThat(order(id).at("/subscriptionOrders/0/state").asText()).isEqualTo("completed");
    }

    @Test
    void aRegistrationThatIsGivenUpOrEnteredByHandLeavesTheOrderDone() {
        sandbox.breaks("crm", "refuse", Map.of("operation", REGISTER));
        var givenUp = place("C320100018", "add", "vpmn");
        resolve(givenUp, "abort");
        awaitState(givenUp, "completed");
        assertThat(order(givenUp).at("/subscriptionOrders/0/state").asText()).isEqualTo("failed");
        assertThat(held("C320100018").get("total").asInt()).isZero();

        var byHand = place("C320100018", "add", "vpmn");
        resolve(byHand, "manual");
        awaitState(byHand, "completed");
        assertThat(order(byHand).at("/subscriptionOrders/0/message").asText()).isEqualTo("由人员在 CRM 登记");
        assertThat(held("C320100018").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aRollbackTakesTheRegistrationBackFirst() {
        var customer = "C320100017";
        var id = place(customer, "add", "vpmn");
        awaitState(id, "completed");
        var order = order(id);
        takeBack(id);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                order(id).at("/subscriptionOrders/0/state").asText())
                        .isEqualTo("cancelled"));
        await().atMost(PATIENCE).until(() -> sandbox.applied(step(order, "deactivate")) == 1);
        assertThat(sandbox.arrivals(order.at("/serviceOrders/0/id").asText()))
                .containsSubsequence(step(order, "unsubscribe"), step(order, "deactivate"));
        assertThat(sandbox.record(
                                "crm",
                                "product",
                                order.at("/subscriptionOrders/0/crmId").asText())
                        .get("status")
                        .asText())
                .isEqualTo("terminated");
        assertThat(held(customer).get("total").asInt()).isZero();
        assertThat(order(id).at("/subscriptionOrders/0/message").asText()).isEqualTo("已撤销登记");
    }

    @Test
    void aChangeThatIsTakenBackLeavesTheSubscriptionAsItWas() {
        var customer = "C320100016";
        var id = place(customer, "add", "vpmn");
        awaitState(id, "completed");
        var before = held(customer).at("/items/0/characteristics/memberCount").asInt();
        var crmId = order(id).at("/subscriptionOrders/0/crmId").asText();
        var changed = accountManager
                .post("/api/orders", body(customer, "modify", "vpmn", Map.of("memberCount", 99)))
                .json()
                .get("id")
                .asText();
        awaitState(changed, "completed");

        takeBack(changed);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(held(customer)
                                .at("/items/0/characteristics/memberCount")
                                .asInt())
                        .isEqualTo(before));
        assertThat(memberCount(sandbox.record("crm", "product", crmId))).isEqualTo(before);
        assertThat(sandbox.record("crm", "product", crmId).get("status").asText())
                .isEqualTo("active");
    }

    @Test
    void onlyWhatChangedTheSameSubscriptionStandsOnAnOrder(
            @Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction) {
        var customer = "C320100013";
        var first = place(customer, "add", "vpmn");
        awaitState(first, "completed");
        var second = place(customer, "add", "vpmn");
        awaitState(second, "completed");
        var changed = accountManager
                .post("/api/orders", body(customer, "modify", "vpmn", Map.of("memberCount", 99)))
                .json()
                .get("id")
                .asText();
        awaitState(changed, "completed");

        assertThat(preview(first).get("chain")).isEmpty();
        assertThat(preview(first).hasNonNull("obstacle")).isFalse();
        assertThat(preview(second).at("/chain/0").asText()).isEqualTo(changed);
        assertThatThrownBy(() -> DataScope.asSystem(() -> transaction.execute(status -> jdbc.sql("""
                                INSERT INTO provisioning.rollback (id, product_order_id, city, customer_id, customer_name, reason)
                                VALUES ('RB-test', :order, 'nanjing', :customer, '-', '-')
                                """)
                        .param("order", second)
                        .param("customer", customer)
                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(changed);
    }

    private void takeBack(String id) {
        assertThat(operations
                        .post("/api/rollbacks", Map.of("orderId", id, "reason", "开错"))
                        .status())
                .isEqualTo(202);
        approve(id);
    }

    private void approve(String id) {
        complete(Caller.as("approver.nanjing"), awaitTask(id, "approveResolution"), Map.of("approval", "approve"));
    }

    private JsonNode preview(String id) {
        return operations.post("/api/rollbacks/preview", Map.of("orderId", id)).json();
    }

    @Test
    void anOrderThatCannotBeRegisteredMayBeTakenBackAsAWhole() {
        sandbox.breaks("crm", "refuse", Map.of("operation", REGISTER));
        var id = place("C320100015", "add", "vpmn");
        resolve(id, "roll-back-order");
        approve(id);

        awaitState(id, "failed");
        assertThat(sandbox.applied(step(order(id), "deactivate"))).isEqualTo(1);
        assertThat(order(id).at("/subscriptionOrders/0/state").asText()).isEqualTo("cancelled");
    }

    @Test
    void whatIsAddedWhileTheCrmTakesItsTimeIsOpenedAndRegisteredToo() {
        sandbox.breaks("crm", "delay", Map.of("operation", REGISTER, "times", 1, "delayMs", 3_000));
        var id = place("C320100014", "add", "vpmn");
        await().atMost(PATIENCE)
                .until(() ->
                        order(id).at("/subscriptionOrders/0/state").asText().equals("inProgress"));
        var item = Map.of("offeringId", "adc", "action", "add");
        var amended = accountManager.post(
                "/api/orders/" + id + "/amend", Map.of("items", List.of(Map.of("change", "add", "item", item))));
        assertThat(amended.status()).as(amended.body()).isEqualTo(200);

        awaitState(id, "completed");
        var order = order(id);
        assertThat(order.get("serviceOrders").findValuesAsText("product")).containsExactly("vpmn", "adc");
        assertThat(order.get("subscriptionOrders").findValuesAsText("state")).containsExactly("completed", "completed");
    }

    private String place(String customer, String action, String product) {
        var answer = accountManager.post("/api/orders", body(customer, action, product, Map.of()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private static Map<String, Object> body(
            String customer, String action, String product, Map<String, Object> characteristics) {
        var item = Map.of("offeringId", product, "action", action, "characteristics", characteristics);
        return Map.of("customerId", customer, "items", List.of(item));
    }

    private List<String> warnings(String customer, String action) {
        return accountManager
                .post("/api/orders/validate", body(customer, action, "vpmn", Map.of()))
                .json()
                .get("warnings")
                .findValuesAsText("message");
    }

    private JsonNode order(String id) {
        return accountManager.get("/api/orders/" + id).json();
    }

    private JsonNode held(String customer) {
        return accountManager
                .get("/api/customers/" + customer + "/subscriptions")
                .json();
    }

    private static int memberCount(JsonNode product) {
        for (var characteristic : product.get("productCharacteristic")) {
            if (characteristic.get("name").asText().equals("memberCount")) {
                return characteristic.get("value").asInt();
            }
        }
        return 0;
    }

    private static String step(JsonNode order, String name) {
        return order.at("/serviceOrders/0/id").asText() + ":" + name + ":1";
    }

    private List<String> timeline(String id) {
        return accountManager.get("/api/orders/" + id + "/timeline").json().findValuesAsText("text");
    }

    private void resolve(String id, String action) {
        var answer = complete(operations, awaitTask(id, "resolveFallout"), Map.of("action", action, "note", "测试"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Caller.Answer complete(Caller person, Task task, Map<String, Object> data) {
        person.post("/api/tasks/" + task.getId() + "/claim", Map.of());
        return person.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
    }

    private Task awaitTask(String id, String activity) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .taskDefinitionKey(activity)
                                .processVariableValueEquals("orderId", id)
                                .singleResult(),
                        found -> found != null);
    }

    private void awaitState(String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(order(id).get("state").asText()).isEqualTo(state));
    }
}
