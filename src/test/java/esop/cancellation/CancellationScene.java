package esop.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the tests of cancellations share: customers with services and agreements, people at work over the API, and what the model says. */
abstract class CancellationScene {

    static final Duration SOON = Duration.ofSeconds(60);
    static final String CUSTOMER = "C320100011";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    final SandboxClient sandbox = new SandboxClient();
    Caller manager;
    Caller approver;
    Caller province;
    Caller operations;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @BeforeEach
    void signOn() {
        manager = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
        approver = Caller.as("approver.nanjing").with("Accept-Language", "zh-CN");
        province = Caller.as("manager").with("Accept-Language", "zh-CN");
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

    /** What the customer has from now on: the subscription's id. */
    Had has(String product) {
        var answer = manager.post(
                "/api/orders",
                Map.of("customerId", CUSTOMER, "items", List.of(Map.of("offeringId", product, "action", "add"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var order = answer.json().get("id").asText();
        if (product.equals("leased-line")) {
            complete(operations, order, Map.of("signOff", "accept"));
        }
        await().atMost(SOON).until(() -> order(order).get("state").asText().equals("completed"));
        return new Had(order, order(order).at("/subscriptionOrders/0/id").asText(), product);
    }

    record Had(String order, String subscription, String product) {}

    /** 540 yuan a month after the discount, six months left, half of it agreed: 1,620. */
    Had bound(String product) {
        var had = has(product);
        agreement(had, new BigDecimal("0.5"));
        return had;
    }

    String agreement(Had had, BigDecimal share) {
        var id = "OP-" + had.subscription();
        asSystem(() -> jdbc.sql("""
                        INSERT INTO opportunity.sales_opportunity
                               (id, city, name, customer_id, customer_name, acquired, source, expected_revenue, offering_ids, creator,
                                creator_name, created, owner, state, solution, solution_state, order_id, search)
                        VALUES (:id, 'nanjing', '测试', :customer, '测试', current_date, 'hall', 1, '{}', 'account-manager.nanjing',
                                '周以宁', now(), 'account-manager.nanjing', 'converted', CAST(:solution AS jsonb), 'approved', :order, '')
                        """)
                .param("id", id)
                .param("customer", CUSTOMER)
                .param("solution", """
                        {"items": [{"offeringId": "%s", "name": "x", "nameEn": "x", "quantity": 1, "oneTime": 0, "recurring": 600,
                                    "discount": 10, "months": 24}]}""".formatted(had.product()))
                .param("order", had.order())
                .update());
        asSystem(() -> jdbc.sql("""
                        INSERT INTO opportunity.agreement (opportunity_id, city, number, customer_party, our_party, starts, ends, state,
                                                           in_force, penalty_share)
                        VALUES (:id, 'nanjing', :number, '甲方', '江苏公司', :starts, :ends, 'approved', true, :share)
                        """)
                .param("id", id)
                .param("number", "NJ-" + had.subscription())
                .param("starts", TODAY.minusMonths(6))
                .param("ends", TODAY.plusMonths(6))
                .param("share", share)
                .update());
        return id;
    }

    <T> T asSystem(Supplier<T> work) {
        return DataScope.asSystem(() -> transaction.execute(status -> work.get()));
    }

    Caller.Answer enter(Had... ending) {
        return manager.post("/api/cancellations", wish(ending));
    }

    static Map<String, Object> wish(Had... ending) {
        return Map.of(
                "customerId",
                CUSTOMER,
                "subscriptionIds",
                Arrays.stream(ending).map(Had::subscription).toList(),
                "reason",
                "办公室搬迁，线路不再使用");
    }

    String entered(Had... ending) {
        var answer = enter(ending);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    JsonNode page(String id) {
        return province.get("/api/cancellations/" + id).json();
    }

    String state(String id) {
        return page(id).get("state").asText();
    }

    void awaitState(String id, String state) {
        await().atMost(SOON).until(() -> state(id), state::equals);
    }

    JsonNode order(String id) {
        return manager.get("/api/orders/" + id).json();
    }

    String leaves(Had... ending) {
        var id = entered(ending);
        must(complete(manager, id, Map.of("retention", "leaves", "retentionNote", "提出免三个月月租，客户仍要走")));
        assertThat(state(id)).isEqualTo("settlement");
        return id;
    }

    String asksToWaive(double yuan, Had... ending) {
        var id = leaves(ending);
        must(settle(id, "waive", yuan));
        assertThat(state(id)).isEqualTo("approval");
        return id;
    }

    Caller.Answer settle(String id, String choice, Double waived) {
        var data = new HashMap<String, Object>(Map.of("choice", choice, "waiverReason", "客户还有十条专线在网"));
        if (waived != null) {
            data.put("waived", waived);
        }
        return complete(manager, id, data);
    }

    void must(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** The open task of this case, as the inbox shows it to somebody. */
    JsonNode task(Caller who, String id) {
        return await().atMost(SOON).until(() -> open(who, id), task -> task != null);
    }

    JsonNode open(Caller who, String id) {
        return Stream.of("group", "mine")
                .flatMap(view -> StreamSupport.stream(
                        who.get("/api/tasks?view=" + view + "&size=200&q=" + id)
                                .json()
                                .get("items")
                                .spliterator(),
                        false))
                .findFirst()
                .orElse(null);
    }

    Caller.Answer complete(Caller who, String id, Map<String, Object> data) {
        var task = task(who, id);
        return who.post("/api/tasks/" + task.get("id").asText() + "/complete", Map.of("data", data));
    }

    /** Where its processes have ended, oldest first. */
    List<String> endEvents(String id) {
        return history.createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                .filter(activity -> instances(id).contains(activity.getProcessInstanceId()))
                .map(activity -> activity.getActivityId())
                .toList();
    }

    long times(String id, String activity) {
        return instances(id).stream()
                .mapToLong(instance -> history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(activity)
                        .count())
                .sum();
    }

    private List<String> instances(String id) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                .map(instance -> instance.getId())
                .toList();
    }

    List<String> timeline(String id, String language) {
        return Caller.as("manager")
                .with("Accept-Language", language)
                .get("/api/cancellations/" + id + "/timeline")
                .json()
                .findValuesAsText("text");
    }

    JsonNode agreementOf(Had had) {
        return province.get("/api/opportunities/OP-" + had.subscription())
                .json()
                .get("agreement");
    }

    List<String> held() {
        return manager.get("/api/customers/" + CUSTOMER + "/subscriptions?size=200")
                .json()
                .get("items")
                .findValuesAsText("id");
    }
}
