package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.NullNode;
import esop.Caller;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import esop.systems.Step;
import esop.systems.StepAnswered;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the tests of provisioning share: service orders, the sandbox in good health, timers fired by hand. */
abstract class ProvisioningScene {

    static final Duration SOON = Duration.ofSeconds(20);
    static final List<String> STEPS = List.of(
            "activate",
            "reserve",
            "construct",
            "release",
            "open",
            "check",
            "withdraw",
            "deactivate",
            "dismantle",
            "close",
            "expedite",
            "appoint",
            "install",
            "uninstall",
            "call-off",
            "order-up",
            "end-up");

    final SandboxClient sandbox = new SandboxClient();

    @Autowired
    Provisioning provisioning;

    @Autowired
    StepAnswers answers;

    @Autowired
    ProcessEngine processEngine;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @BeforeEach
    void setTheScene() {
        BpmnAwareTests.init(processEngine);
        sandbox.heal();
        sandbox.behaves("boss", Map.of("answerAfterMs", 200, "manual", false, "monitor", false));
        sandbox.behaves("eoms", Map.of("answerAfterMs", 200, "manual", false));
        sandbox.behaves("platform", Map.of("answerAfterMs", 200, "manual", false));
        sandbox.behaves("si", Map.of("answerAfterMs", 200, "manual", false));
        sandbox.behaves("first-level", Map.of("answerAfterMs", 200, "manual", false));
        STEPS.forEach(step -> asSystem(() -> jdbc.sql("""
                        INSERT INTO systems.resend_policy (system, step, error_class, attempts, intervals, jitter_percent)
                        VALUES ('*', :step, '*', 1, 'PT0.1S', 0)
                        ON CONFLICT (system, step, error_class) DO NOTHING
                        """).param("step", step).update()));
    }

    @AfterEach
    void clearTheScene() {
        sandbox.heal();
        sandbox.behaves("boss", Map.of("answerAfterMs", 1500, "manual", false));
        sandbox.behaves("eoms", Map.of("answerAfterMs", 1500, "manual", false));
        sandbox.behaves("platform", Map.of("answerAfterMs", 1500, "manual", false));
        sandbox.behaves("si", Map.of("answerAfterMs", 1500, "manual", false));
        sandbox.behaves("first-level", Map.of("answerAfterMs", 1500, "manual", false));
        asSystem(() -> jdbc.sql("DELETE FROM systems.resend_policy WHERE step IN (:steps)")
                .param("steps", STEPS)
                .update());
    }

    /** A service order under way, as the process of its order would call it. */
    ProcessInstance open(String product, String action) {
        return openFor(product, action, null);
    }

    ProcessInstance openFor(String product, String action, String customer) {
        var id = recorded(product, action, customer);
        return asSystem(() -> engine.startProcessInstanceByKey("service-order", id, Map.of("serviceOrderId", id)));
    }

    String recorded(String product, String action) {
        return recorded(product, action, null);
    }

    /** @param customer null for one of its own */
    private String recorded(String product, String action, String customer) {
        var id = "SO" + UUID.randomUUID().toString().substring(0, 12);
        return asSystem(() -> {
            productOrder("PO" + id, product, action);
            provisioning.create(new NewServiceOrder(
                    id,
                    "PO" + id,
                    "PO" + id + "-1",
                    "nanjing",
                    customer == null ? "C-" + id : customer,
                    "清枫里医院",
                    "B",
                    product,
                    action,
                    0,
                    List.of(),
                    Instant.now().plus(Duration.ofDays(30)),
                    2,
                    Map.of(),
                    null));
            return id;
        });
    }

    /** What ordering has of it, whose listeners hear of everything that happens here. */
    void productOrder(String id, String product, String action) {
        jdbc.sql("""
                        INSERT INTO ordering.product_order (
                            id, city, category, priority, customer_id, customer_name, customer_level, receiver, receiver_name, created, due,
                            state, service_orders, search)
                        VALUES (
                            :id, 'nanjing', 'subscription', 2, 'C-' || :id, '清枫里医院', 'B', 'account-manager.nanjing', '客户经理', now(),
                            now() + interval '30 days', 'inProgress', 1, :id)
                        """).param("id", id).update();
        jdbc.sql("""
                        INSERT INTO ordering.product_order_item (
                            id, order_id, position, city, offering_id, offering_name, offering_name_en, action, quantity, state, characteristics)
                        VALUES (:id || '-1', :id, 1, 'nanjing', :product, :product, :product, :action, 1, 'inProgress', '{}')
                        """)
                .param("id", id)
                .param("product", product)
                .param("action", action)
                .update();
    }

    ServiceOrderView order(ProcessInstance instance) {
        return view(instance.getBusinessKey());
    }

    ServiceOrderView view(String serviceOrderId) {
        return asSystem(() -> provisioning.ofProductOrders(List.of("PO" + serviceOrderId)))
                .get(0);
    }

    void awaitEnd(ProcessInstance instance, String endEvent) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> engine.createProcessInstanceQuery()
                                .processInstanceId(instance.getId())
                                .count()
                        == 0);
        assertThat(ended(instance.getId())).contains(endEvent);
    }

    /** The end event that the latest run of a process within this service order reached. */
    String end(ProcessInstance instance, String process) {
        var inner = history.createHistoricProcessInstanceQuery()
                .rootProcessInstanceId(instance.getId())
                .processDefinitionKey(process)
                .finished()
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .get(0);
        return ended(inner.getId()).get(0);
    }

    long runs(ProcessInstance instance, String process) {
        return history.createHistoricProcessInstanceQuery()
                .rootProcessInstanceId(instance.getId())
                .processDefinitionKey(process)
                .count();
    }

    Task awaitTask(ProcessInstance instance, String step) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> instances(instance).stream()
                                .flatMap(inner -> tasks
                                        .createTaskQuery()
                                        .processInstanceId(inner.getId())
                                        .taskDefinitionKey(step)
                                        .list()
                                        .stream())
                                .findFirst()
                                .orElse(null),
                        task -> task != null);
    }

    Task awaitOtherTask(ProcessInstance instance, String step, String notThis) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> awaitTask(instance, step), task -> !task.getId().equals(notThis));
    }

    List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .toList();
    }

    List<Map<String, Object>> fallouts(ProcessInstance instance) {
        return asSystem(() ->
                jdbc.sql("""
                        SELECT id, state, plan, level, resolution, fingerprint
                        FROM provisioning.fallout
                        WHERE service_order_id = :id
                        ORDER BY id
                        """).param("id", instance.getBusinessKey()).query().listOfRows());
    }

    /** Once it is there. */
    String workOrder(ProcessInstance instance) {
        await().atMost(SOON).until(() -> !order(instance).workOrders().isEmpty());
        return order(instance).workOrders().get(0).id();
    }

    static StepAnswered answer(String workOrderId, StepAnswered.State state) {
        return answer(Step.of(workOrderId, "construct"), "eoms", state);
    }

    static StepAnswered answer(Step step, String system, StepAnswered.State state) {
        return new StepAnswered(
                step,
                system,
                "nanjing",
                state,
                state == StepAnswered.State.COMPLETED ? null : state.name().toLowerCase(),
                null,
                NullNode.getInstance(),
                StepAnswered.Source.CALLBACK);
    }

    /** Long enough for the other side to go on. */
    static void aWhile() {
        try {
            Thread.sleep(800);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void complete(Task task, Map<String, Object> data) {
        asSystem(() -> {
            tasks.complete(task.getId(), new HashMap<>(data));
            return null;
        });
    }

    /** Another person agrees to what was asked to be taken back. */
    void approve(String batch) {
        var answer = decide(Caller.as("approver.nanjing"), batch, Map.of("approval", "approve"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    Caller.Answer decide(Caller person, String batch, Map<String, Object> data) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(batch)
                .taskDefinitionKey("approveResolution")
                .singleResult()
                .getId();
        person.post("/api/tasks/" + task + "/claim", Map.of());
        return person.post("/api/tasks/" + task + "/complete", Map.of("data", data));
    }

    /** Long before its time. */
    void fire(ProcessInstance instance, String timer) {
        var job = await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> instances(instance).stream()
                                .flatMap(inner -> management
                                        .createJobQuery()
                                        .timers()
                                        .processInstanceId(inner.getId())
                                        .activityId(timer)
                                        .list()
                                        .stream())
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        asSystem(() -> {
            management.executeJob(job.getId());
            return null;
        });
    }

    void awaitStep(String key, String state) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> asSystem(() -> jdbc.sql("""
                                        SELECT state FROM provisioning.requested_step
                                        WHERE aggregate || ':' || name || ':' || generation = :key
                                        """)
                                .param("key", key)
                                .query(String.class)
                                .optional()
                                .orElse("")),
                        state::equals);
    }

    <T> T asSystem(Supplier<T> work) {
        return DataScope.asSystem(() -> transaction.execute(status -> work.get()));
    }

    private List<HistoricProcessInstance> instances(ProcessInstance instance) {
        return history.createHistoricProcessInstanceQuery()
                .rootProcessInstanceId(instance.getId())
                .unfinished()
                .list();
    }

    private List<String> ended(String processInstanceId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processInstanceId)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }
}
