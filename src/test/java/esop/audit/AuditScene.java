package esop.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the tests of audits share: orders that have ended, and systems that know better. */
abstract class AuditScene {

    static final Duration SOON = Duration.ofSeconds(60);
    static final String ORDINARY = "C320100004";
    static final String IMPORTANT = "C320100005";

    final SandboxClient sandbox = new SandboxClient();
    Caller manager;
    Caller operations;
    Caller approver;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionOperations transaction;

    @BeforeEach
    void signOn() {
        manager = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
        operations = Caller.as("operations.nanjing").with("Accept-Language", "zh-CN");
        approver = Caller.as("approver.nanjing").with("Accept-Language", "zh-CN");
    }

    @BeforeEach
    void setTheScene() {
        sandbox.heal();
        sandbox.behaves("boss", Map.of("answerAfterMs", 200, "manual", false, "monitor", false));
        sandbox.behaves("eoms", Map.of("answerAfterMs", 200, "manual", false));
        asSystem(() -> jdbc.sql("""
                        UPDATE systems.resend_policy SET attempts = 1, intervals = 'PT0.1S' WHERE step = 'ask-record'
                        """).update());
    }

    @AfterEach
    void clearTheScene() {
        sandbox.heal();
        asSystem(() -> jdbc.sql("""
                        UPDATE systems.resend_policy SET attempts = 4, intervals = 'PT10S,PT1M,PT5M' WHERE step = 'ask-record'
                        """).update());
    }

    /** A VPMN that BOSS has opened and the CRM has registered. */
    String completed(String customer) {
        return completedBy("account-manager.nanjing", customer);
    }

    String completedBy(String seller, String customer) {
        var answer = Caller.as(seller)
                .post(
                        "/api/orders",
                        Map.of(
                                "customerId",
                                customer,
                                "items",
                                List.of(Map.of("offeringId", "vpmn", "action", "add"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var order = answer.json().get("id").asText();
        await().atMost(SOON).until(() -> externalIds(order, "mirror-completed").size() == 1);
        return order;
    }

    /** A leased line that EOMS has built and operations support has signed off. */
    String line() {
        var answer = manager.post(
                "/api/orders",
                Map.of("customerId", ORDINARY, "items", List.of(Map.of("offeringId", "leased-line", "action", "add"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var order = answer.json().get("id").asText();
        var task = await().atMost(SOON)
                .until(
                        () -> operations
                                .get("/api/tasks?view=group&size=200&q=" + order)
                                .json()
                                .at("/items/0/id")
                                .asText(),
                        found -> !found.isEmpty());
        operations.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("signOff", "accept")));
        await().atMost(SOON).until(() -> externalIds(order, "mirror-completed").size() == 1);
        return order;
    }

    String workOrder(String order) {
        return manager.get("/api/orders/" + order)
                .json()
                .at("/serviceOrders/0/workOrders/0/id")
                .asText();
    }

    String service(String order) {
        return externalIds(serviceOrder(order), "activate").get(0);
    }

    String product(String order) {
        return manager.get("/api/orders/" + order)
                .json()
                .at("/subscriptionOrders/0/crmId")
                .asText();
    }

    String serviceOrder(String order) {
        return manager.get("/api/orders/" + order)
                .json()
                .at("/serviceOrders/0/id")
                .asText();
    }

    List<String> externalIds(String aggregate, String step) {
        return asSystem(() -> jdbc.sql("""
                        SELECT external_id FROM systems.system_call
                        WHERE aggregate = :aggregate AND step = :step AND state = 'DONE' ORDER BY generation DESC
                        """)
                .param("aggregate", aggregate)
                .param("step", step)
                .query(String.class)
                .list());
    }

    String begin(String order) {
        var answer = operations.post("/api/order-audits", Map.of("orderId", order));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    JsonNode audited(String order) {
        return over(begin(order));
    }

    JsonNode over(String audit) {
        await().atMost(SOON).until(() -> !List.of("waiting", "asking").contains(state(audit)));
        return audit(audit);
    }

    JsonNode audit(String id) {
        return operations.get("/api/order-audits/" + id).json();
    }

    String state(String id) {
        return audit(id).get("state").asText();
    }

    void awaitState(String id, String state) {
        await().atMost(SOON).until(() -> state(id), state::equals);
    }

    static JsonNode difference(JsonNode audit, String system) {
        return StreamSupport.stream(audit.get("differences").spliterator(), false)
                .filter(difference -> difference.get("system").asText().equals(system))
                .findFirst()
                .orElseThrow(() -> new AssertionError(audit.toPrettyString()));
    }

    Caller.Answer repair(JsonNode difference, String repair) {
        return operations.post(
                "/api/order-audits/differences/" + difference.get("id").asText() + "/repair",
                Map.of("repair", repair, "reason", "按 ESOP 订单"));
    }

    void approve(String businessKey) {
        decide(businessKey, Map.of("approval", "approve"));
    }

    void decide(String businessKey, Map<String, Object> data) {
        var task = await().atMost(SOON)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(businessKey)
                                .taskDefinitionKey("approveResolution")
                                .singleResult(),
                        found -> found != null);
        approver.post("/api/tasks/" + task.getId() + "/claim", Map.of());
        var answer = approver.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    List<String> timeline(String order) {
        return StreamSupport.stream(
                        manager.get("/api/orders/" + order + "/timeline").json().spliterator(), false)
                .map(line -> line.get("text").asText())
                .toList();
    }

    <T> T asSystem(Supplier<T> work) {
        return DataScope.asSystem(() -> transaction.execute(status -> work.get()));
    }
}
