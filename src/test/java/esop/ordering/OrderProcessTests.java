package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EsopTest
class OrderProcessTests {

    private static final String NANJING = "C320100002";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    private final SandboxClient sandbox = new SandboxClient();
    private Caller accountManager;

    @BeforeEach
    void signOn() {
        accountManager = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", false));
        sandbox.behaves("platform", Map.of("answerAfterMs", 300, "manual", false));
    }

    @AfterEach
    void heal() {
        sandbox.heal();
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", false));
        sandbox.behaves("platform", Map.of("answerAfterMs", 300, "manual", false));
    }

    @Test
    void anInstantServiceOpensAtOnceAndTheReturnCallDoesNotHoldUpTheOrder() {
        var id = place("vpmn");

        awaitState(id, "completed");
        assertThat(ended(id)).isFalse();
        var order = order(id);
        assertThat(order.at("/items/0/state").asText()).isEqualTo("completed");
        assertThat(order.at("/serviceOrders/0/path").asText()).isEqualTo("path-instant");
        assertThat(order.at("/serviceOrders/0/pathNameEn").asText()).isEqualTo("Instant activation");
        var call = awaitTask(id, "callCustomer");
        assertThat(groups(call)).containsExactly("tele-manager@nanjing");
        assertThat(call.getDueDate()).isNotNull();
        complete(call, "tele-manager.nanjing", Map.of("satisfaction", "satisfied", "remarks", "很快"));

        awaitEnd(id, "customerCalled", "customerNotified");
        assertThat(order(id).at("/returnCall/satisfaction").asText()).isEqualTo("satisfied");
        await().atMost(PATIENCE)
                .until(() -> order(id).at("/mirror/state").asText().equals("completed"));
        assertThat(sandbox.applied(id + ":mirror-acknowledged:1")).isEqualTo(1);
        assertThat(sandbox.applied(id + ":mirror-completed:1")).isEqualTo(1);
        assertThat(sandbox.applied(id + ":notify-completed:1")).isEqualTo(1);
        assertThat(timeline(id, "zh-CN"))
                .contains("受理泊云物流有限公司的订单", "订单分解为 1 张定单", "订单竣工，所订产品全部开通", "回访客户，结果：满意")
                .allSatisfy(line -> assertThat(line).doesNotContain("{").doesNotContain("}"));
        assertThat(timeline(id, "en")).contains("Order of 泊云物流有限公司 accepted", "Decomposed; service orders: 1");
        assertThat(accountManager.get("/api/orders/" + id + "/calls").json().findValuesAsText("step"))
                .contains("mirror-acknowledged", "activate", "mirror-completed", "notify-completed");
    }

    @Test
    void twoProductsAreOpenedSideBySideAndTheLineIsSignedOff() {
        var id = place("vpmn", "leased-line");

        complete(awaitTask(id, "signOffWorkOrder"), "operations.nanjing", Map.of("signOff", "accept"));

        awaitState(id, "completed");
        var row = accountManager.get("/api/orders?q=" + id).json().at("/items/0");
        assertThat(row.at("/progress/done").asInt()).isEqualTo(2);
        assertThat(row.at("/progress/total").asInt()).isEqualTo(2);
        assertThat(order(id).at("/serviceOrders").findValuesAsText("unit")).contains("eoms");
    }

    @Test
    void inAPackTheGroupCallingWaitsForTheLine() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var id = place("enterprise-pack");
        await().atMost(PATIENCE)
                .until(() ->
                        serviceOrder(id, "leased-line").get("state").asText().equals("inProgress"));
        assertThat(serviceOrder(id, "vpmn").get("state").asText()).isEqualTo("acknowledged");
        assertThat(serviceOrder(id, "vpmn").get("dependsOn").get(0))
                .isEqualTo(serviceOrder(id, "leased-line").get("id"));
    }

    @Test
    void anOrderWithATroubledStepIsHeldAndFailsWhenTheStepIsGivenUp() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("vpmn");

        awaitState(id, "held");
        assertThat(accountManager
                        .get("/api/orders?q=" + id)
                        .json()
                        .at("/items/0/held")
                        .asBoolean())
                .isTrue();
        complete(awaitTask(id, "resolveFallout"), "operations.nanjing", Map.of("action", "abort", "note", "客户放弃"));

        awaitState(id, "failed");
        awaitEnd(id, "nothingToAsk", "customerNotified");
        assertThat(timeline(id, "zh-CN")).contains("订单因异常挂起", "订单结束，所订产品均未开通");
    }

    @Test
    void anOrderIsPartialWhenOneOfItsProductsCouldNotBeOpened() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("vpmn", "leased-line");

        complete(awaitTask(id, "resolveFallout"), "operations.nanjing", Map.of("action", "abort", "note", "不再需要"));
        complete(awaitTask(id, "signOffWorkOrder"), "operations.nanjing", Map.of("signOff", "accept"));

        awaitState(id, "partial");
        assertThat(order(id).at("/items").findValuesAsText("state")).containsExactly("failed", "completed");
        awaitTask(id, "callCustomer");
    }

    @Test
    void whatDependsOnAFailedServiceOrderIsNotBegun() {
        sandbox.breaks("eoms", "refuse", Map.of());
        var id = place("enterprise-pack");

        complete(awaitTask(id, "resolveFallout"), "operations.nanjing", Map.of("action", "abort", "note", "无资源"));

        awaitState(id, "failed");
        assertThat(serviceOrder(id, "leased-line").get("state").asText()).isEqualTo("failed");
        for (var dependant : List.of("vpmn", "adc")) {
            assertThat(serviceOrder(id, dependant).get("state").asText()).isEqualTo("cancelled");
            assertThat(serviceOrder(id, dependant).get("message").asText()).startsWith("前置定单“");
        }
        assertThat(serviceOrder(id, "vpmn").get("message").asText())
                .contains("互联网专线", serviceOrder(id, "leased-line").get("id").asText());
        assertThat(sandbox.ledger(serviceOrder(id, "vpmn").get("id").asText() + ":activate:1"))
                .isEmpty();
    }

    @Test
    void aPackIsOpenedOneAfterTheOther() {
        var id = place("enterprise-pack");

        complete(awaitTask(id, "signOffWorkOrder"), "operations.nanjing", Map.of("signOff", "accept"));

        awaitState(id, "completed");
        assertThat(order(id).at("/serviceOrders").findValuesAsText("path"))
                .containsExactly("path-eoms", "path-instant", "path-platform");
        assertThat(order(id).at("/serviceOrders").findValuesAsText("level")).containsExactly("0", "1", "2");
        assertThat(accountManager.get("/api/orders/" + id + "/calls").json().findValuesAsText("step"))
                .containsSubsequence("reserve", "construct", "activate", "open", "check", "mirror-completed");
    }

    @Test
    void anAdcOrderWaitsForTheAnswerOfTheBusinessPlatform() {
        sandbox.behaves("platform", Map.of("manual", true));
        var id = place("adc");
        await().atMost(PATIENCE)
                .until(() -> serviceOrder(id, "adc")
                        .at("/workOrders/0/stage")
                        .asText()
                        .equals("executing"));
        assertThat(serviceOrder(id, "adc").at("/workOrders/0/unitName").asText())
                .isEqualTo("业务平台");

        sandbox.behaves("platform", Map.of("manual", false, "answerAfterMs", 300));

        awaitState(id, "completed");
        assertThat(timeline(id, "zh-CN"))
                .anyMatch(line -> line.contains("业务平台完成“业务检测”"))
                .anyMatch(line -> line.endsWith("经业务平台检测通过，自动验收"));
    }

    @Test
    void aPackThatContainsItselfIsRejectedWithItsReason(@Autowired RepositoryService repository) throws IOException {
        var table = Files.readString(Path.of("decisions/ordering/order-decomposition.dmn"))
                .replace(
                        "<text>\"adc\"</text>\n        </outputEntry>",
                        "<text>\"enterprise-pack\"</text>\n        </outputEntry>");
        var deployment = repository
                .createDeployment()
                .addString("decisions/ordering/order-decomposition.dmn", table)
                .deploy();
        try {
            var id = place("enterprise-pack");

            awaitState(id, "rejected");
            awaitEnd(id, "orderRejected");
            assertThat(timeline(id, "zh-CN")).contains("订单被拒绝：产品“企业融合套餐”的分解规则成环，套餐包含了自身");
            assertThat(order(id).get("message").asText()).isEqualTo("产品“企业融合套餐”的分解规则成环，套餐包含了自身");
        } finally {
            repository.deleteDeployment(deployment.getId());
        }
    }

    @Test
    void anOrderThatHasBecomeImpossibleIsRejected(
            @Autowired TransactionTemplate transaction,
            @Autowired JdbcClient jdbc,
            @Autowired OrderProcess process,
            @Autowired ProductOrderRepository orders) {
        var template = place("leased-line");
        var id = template.replace("PO", "POX");
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> {
            var before = orders.find(template).orElseThrow();
            var item = before.items().get(0);
            var gone = new ProductOrder.Item(
                    id + "-1",
                    "idc-hosting",
                    "苏州数据中心托管",
                    "Data centre hosting Suzhou",
                    "add",
                    1,
                    ProductOrderState.ACKNOWLEDGED,
                    item.characteristics(),
                    null);
            var order = new ProductOrder(
                    id,
                    before.entry(),
                    List.of(gone),
                    new ProductOrder.Progress(ProductOrderState.ACKNOWLEDGED, 0, 0, 0, null, null),
                    ProductOrder.Mirror.NONE,
                    null,
                    1);
            orders.insert(order.startedAs(process.start(order)));
        }));

        awaitState(id, "rejected");
        awaitEnd(id, "orderRejected");
        assertThat(timeline(id, "zh-CN")).contains("订单被拒绝：产品“苏州数据中心托管”已不能在该城市订购");
        assertThat(timeline(id, "en"))
                .contains("Order rejected: “Data centre hosting Suzhou” can no longer be ordered in this city");
    }

    private String place(String... products) {
        var items = Arrays.stream(products)
                .map(product -> Map.of("offeringId", product, "action", "add"))
                .toList();
        var answer = accountManager.post("/api/orders", Map.of("customerId", NANJING, "items", items));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private JsonNode order(String id) {
        return accountManager.get("/api/orders/" + id).json();
    }

    private JsonNode serviceOrder(String id, String product) {
        for (var serviceOrder : order(id).get("serviceOrders")) {
            if (serviceOrder.get("product").asText().equals(product)) {
                return serviceOrder;
            }
        }
        return JsonNodeFactory.instance.objectNode().put("state", "none");
    }

    private void awaitState(String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(order(id).get("state").asText()).isEqualTo(state));
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

    /** As a person does it in the inbox. */
    private void complete(Task task, String person, Map<String, Object> data) {
        var inbox = Caller.as(person);
        var claimed = inbox.post("/api/tasks/" + task.getId() + "/claim", Map.of());
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
        var completed = inbox.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private boolean ended(String id) {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(OrderProcess.KEY)
                        .processInstanceBusinessKey(id)
                        .singleResult()
                        .getEndTime()
                != null;
    }

    private void awaitEnd(String id, String... endEvents) {
        await().atMost(PATIENCE).until(() -> ended(id));
        for (var endEvent : endEvents) {
            assertThat(history.createHistoricActivityInstanceQuery()
                            .processInstanceId(order(id).get("instanceId").asText())
                            .activityId(endEvent)
                            .count())
                    .as(endEvent)
                    .isEqualTo(1);
        }
    }

    private List<String> timeline(String id, String language) {
        return Caller.as("account-manager.nanjing")
                .with("Accept-Language", language)
                .get("/api/orders/" + id + "/timeline")
                .json()
                .findValuesAsText("text");
    }
}
