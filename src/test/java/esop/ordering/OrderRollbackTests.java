package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What else may become of a fallout than sending again: skipped, rolled back, opened anew, the whole order given up. */
@EsopTest
class OrderRollbackTests {

    private static final String NANJING = "C320100002";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private JdbcClient jdbc;

    private final SandboxClient sandbox = new SandboxClient();
    private Caller operations;
    private Caller approver;
    private Caller accountManager;

    @BeforeEach
    void signOn() {
        operations = Caller.as("operations.nanjing").with("Accept-Language", "zh-CN");
        approver = Caller.as("approver.nanjing").with("Accept-Language", "zh-CN");
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
    void aStepIsSkippedOnlyIfSomebodyElseAgrees() {
        var id = refused();
        resolve(id, "skip", "客户已有该功能");

        var approval = awaitTask(id, "approveResolution");
        assertThat(approval.getDueDate()).isNotNull();
        assertThat(operations
                        .post("/api/tasks/" + approval.getId() + "/claim", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(complete(approver, approval, Map.of("approval", "refuse")).status())
                .isEqualTo(422);
        assertThat(complete(approver, approval, Map.of("approval", "refuse", "opinion", "理由不足"))
                        .status())
                .isEqualTo(200);

        var again = awaitTask(id, "resolveFallout");
        assertThat(operations
                        .get("/api/tasks/" + again.getId() + "/form")
                        .json()
                        .at("/data/opinion")
                        .asText())
                .isEqualTo("理由不足");
        assertThat(operations
                        .with("Accept-Language", "en")
                        .get("/api/tasks/" + again.getId() + "/form")
                        .json()
                        .at("/data/productName")
                        .asText())
                .isEqualTo("VPMN group calling");
        resolve(id, "skip", "客户书面确认已有该功能");
        approve(id);

        awaitState(id, "completed");
        assertThat(sandbox.applied(serviceOrder(id).get("id").asText() + ":activate:1"))
                .isZero();
        assertThat(preview(id).at("/steps").findValuesAsText("step"))
                .as("only that the customer subscribes to it")
                .containsExactly("subscribe");
        assertThat(timeline(id))
                .anyMatch(line -> line.contains("“跳过”未获同意：理由不足"))
                .anyMatch(line -> line.contains("“跳过”已获同意"))
                .allSatisfy(line -> assertThat(line).doesNotContain("{resolution", "{message", "{subject"));
    }

    @Test
    void inWhoseNameAStepIsSkippedDoesNotAgreeToIt() {
        var id = refused();
        var hall = Caller.as("hall.nanjing");
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        try {
            jdbc.sql("INSERT INTO identity.person_role (person, role) VALUES ('approver.nanjing', 'operations')")
                    .update();
            Caller.forget("approver.nanjing");
            var both = Caller.as("approver.nanjing").with("Accept-Language", "zh-CN");
            var absent = Map.of("substitute", "hall.nanjing", "firstDay", today, "lastDay", today);
            assertThat(both.post("/api/substitutions", absent).status()).isEqualTo(201);
            resolve(hall, id, "skip", "客户已有该功能");

            var approval = awaitTask(id, "approveResolution");
            var refused = complete(both, approval, Map.of("approval", "approve"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("以本人名义");
            assertThat(complete(Caller.as("approver2.nanjing"), approval, Map.of("approval", "approve"))
                            .status())
                    .isEqualTo(200);
            awaitState(id, "completed");
        } finally {
            jdbc.sql("DELETE FROM workflow.absence").update();
            jdbc.sql("DELETE FROM identity.person_role WHERE person = 'approver.nanjing' AND role = 'operations'")
                    .update();
            Caller.forget("approver.nanjing");
        }
    }

    @Test
    void anApprovalNobodyGivesInTimeGoesToTheManager() {
        var id = refused();
        resolve(id, "skip", "客户已有该功能");
        var approval = awaitTask(id, "approveResolution");

        fire(approval.getProcessInstanceId(), "approvalOverdue");

        var task = awaitTask(id, "approveAsManager");
        assertThat(complete(Caller.as("manager.nanjing"), task, Map.of("approval", "approve"))
                        .status())
                .isEqualTo(200);
        awaitState(id, "completed");
    }

    @Test
    void aLineThatCannotBeSignedOffIsTakenDownNewestFirstAndTheOrderGoesOn() {
        var id = place("leased-line", "vpmn");
        for (var rework = 1; rework <= 4 && open(id, "resolveFallout").isEmpty(); rework++) {
            var signOff = awaitEither(id, "signOffWorkOrder", "resolveFallout");
            if (signOff.getTaskDefinitionKey().equals("signOffWorkOrder")) {
                complete(operations, signOff, Map.of("signOff", "rework", "note", "光衰超标"));
            }
        }
        resolve(Caller.as("manager.nanjing"), id, "roll-back-item", "线路质量无法达标，客户改用无线");
        approve(id);

        awaitState(id, "partial");
        var line = line(id, "leased-line");
        assertThat(line.get("state").asText()).isEqualTo("failed");
        assertThat(line(id, "vpmn").get("state").asText()).isEqualTo("completed");
        var so = line.get("id").asText();
        assertThat(sandbox.applied(so + ":dismantle:1")).isEqualTo(1);
        assertThat(sandbox.applied(so + ":release:1")).isEqualTo(1);
        var told = timeline(id);
        assertThat(told.indexOf("网络部 EOMS完成“拆除派单”"))
                .as(told.toString())
                .isBetween(0, told.lastIndexOf("网络部 EOMS完成“释放资源”"));
    }

    @Test
    void whatIsRolledBackCanBeOpenedAnewUnderANumberOfItsOwn() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder"));
        var id = place("leased-line");
        resolve(id, "renew", "机房错误，换机房重办");
        approve(id);

        complete(operations, awaitTask(id, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitState(id, "completed");
        var orders = order(id).get("serviceOrders");
        assertThat(orders.findValuesAsText("state")).contains("cancelled", "completed");
        var first = orders.get(0).get("id").asText();
        assertThat(orders.get(0).get("replacedBy").asText()).isEqualTo(first + "-2");
        assertThat(orders.get(1).get("id").asText()).isEqualTo(first + "-2");
        assertThat(sandbox.applied(first + ":release:1")).isEqualTo(1);
        assertThat(sandbox.applied(first + "-2:reserve:1")).isEqualTo(1);
        assertThat(timeline(id)).contains("定单 " + first + " 已回退，以 " + first + "-2 重新开通");
    }

    @Test
    void aWholeOrderIsStoppedAndTakenBackWhenAPartOfItCannotBe() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("leased-line", "vpmn");
        var signOff = awaitTask(id, "signOffWorkOrder");
        sandbox.heal();
        resolve(id, "roll-back-order", "客户要求整单，缺一不可");
        approve(id);

        awaitState(id, "failed");

        assertThat(tasks.createTaskQuery().taskId(signOff.getId()).count()).isZero();
        var so = line(id, "leased-line").get("id").asText();
        assertThat(sandbox.applied(so + ":dismantle:1")).isEqualTo(1);
        assertThat(sandbox.applied(so + ":release:1")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> sandbox.applied(id + ":mirror-failed:1") == 1);
        assertThat(timeline(id))
                .contains("决定整单回退，订单已停止：客户要求整单，缺一不可", "订单已终结：不能整单开通，已办的已撤回")
                .allSatisfy(line -> assertThat(line).doesNotContain("{resolution", "{message", "{subject"));
    }

    @Test
    void aWholeOrderIsNotStoppedAnyMoreWhenThatWasDecidedOtherwiseMeanwhile() {
        sandbox.breaks("boss", "refuse", Map.of());
        sandbox.breaks("eoms", "timeout-before", Map.of("operation", "reservation"));
        var id = place("leased-line", "vpmn");
        resolve(id, "roll-back-order", "客户要求整单");
        approve(id);
        var stopping = await().atMost(PATIENCE)
                .until(
                        () -> engine.createProcessInstanceQuery()
                                .processInstanceBusinessKey(id, "withdrawal")
                                .singleResult(),
                        found -> found != null)
                .getId();
        await().atMost(PATIENCE).until(() -> waits(stopping, "systemBusy"));

        var waiting = management.createJobQuery().activityId("orderStillRunning").list().stream()
                .filter(job ->
                        engine.getVariable(job.getExecutionId(), "orderId").equals(id))
                .findFirst()
                .orElseThrow();
        fire(waiting.getProcessInstanceId(), "orderStillRunning");
        resolve(id, "abort", "客户不再要求整单，短号网不办");
        await().atMost(PATIENCE)
                .until(() -> line(id, "vpmn").get("state").asText().equals("failed"));
        fire(stopping, "systemBusy");

        await().atMost(PATIENCE)
                .until(() -> engine.createProcessInstanceQuery()
                                .processInstanceId(stopping)
                                .count()
                        == 0);
        assertThat(order(id).get("state").asText()).isEqualTo("inProgress");
        assertThat(timeline(id)).noneMatch(line -> line.startsWith("决定整单回退"));
    }

    private boolean waits(String instance, String timer) {
        return management
                        .createJobQuery()
                        .timers()
                        .processInstanceId(instance)
                        .activityId(timer)
                        .count()
                == 1;
    }

    @Test
    void aNewOrderWaitsWhileAnEarlierOneOfTheSameProductIsTakenBack() {
        var first = place("leased-line");
        complete(operations, awaitTask(first, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitState(first, "completed");
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", true));
        takeBack(first);

        var second = place("leased-line");

        await().atMost(PATIENCE).until(() -> timeline(second).contains("同一产品的在前订单正在回退，本订单等它办结"));
        assertThat(order(second).get("state").asText()).isEqualTo("acknowledged");
        fire(process(second), "rollbackRunning");
        assertThat(order(second).get("state").asText()).isEqualTo("acknowledged");
        sandbox.answers(
                "eoms",
                "resourceOrder",
                line(first, "leased-line").get("id").asText() + ":dismantle:1",
                "complete",
                "");
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", false));
        await().atMost(PATIENCE).until(() -> rollbackState(first).equals("undone"));
        awaitState(first, "cancelled");
        fire(process(second), "rollbackRunning");
        complete(operations, awaitTask(second, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitState(second, "completed");
    }

    @Test
    void aLaterLevelOfAnOrderWaitsTooWhileAnEarlierOrderOfItsProductIsTakenBack() {
        var first = place("vpmn");
        awaitState(first, "completed");
        var pack = place("enterprise-pack");
        var signOff = awaitTask(pack, "signOffWorkOrder");
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        takeBack(first);
        awaitTask(first, "resolveFallout");

        complete(operations, signOff, Map.of("signOff", "accept"));

        await().atMost(PATIENCE).until(() -> timeline(pack).contains("同一产品的在前订单正在回退，本订单等它办结"));
        fire(process(pack), "olderRollbackRunning");
        assertThat(line(pack, "vpmn").get("state").asText()).isEqualTo("acknowledged");
        assertThat(timeline(pack)).containsOnlyOnce("同一产品的在前订单正在回退，本订单等它办结");
        resolve(first, "retry", "再试");
        await().atMost(PATIENCE).until(() -> rollbackState(first).equals("undone"));
        fire(process(pack), "olderRollbackRunning");
        awaitState(pack, "completed");
    }

    private String refused() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("vpmn");
        awaitTask(id, "resolveFallout");
        return id;
    }

    private String place(String... products) {
        var items = Arrays.stream(products)
                .map(product -> Map.of("offeringId", product, "action", "add"))
                .toList();
        var answer = accountManager.post("/api/orders", Map.of("customerId", NANJING, "items", items));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private void resolve(String id, String action, String note) {
        resolve(operations, id, action, note);
    }

    private void resolve(Caller person, String id, String action, String note) {
        var answer = complete(person, awaitTask(id, "resolveFallout"), Map.of("action", action, "note", note));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void takeBack(String id) {
        assertThat(operations
                        .post("/api/rollbacks", Map.of("orderId", id, "reason", "开错"))
                        .status())
                .isEqualTo(202);
        approve(id);
    }

    private void approve(String id) {
        var answer = complete(approver, awaitTask(id, "approveResolution"), Map.of("approval", "approve"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Caller.Answer complete(Caller person, Task task, Map<String, Object> data) {
        person.post("/api/tasks/" + task.getId() + "/claim", Map.of());
        return person.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
    }

    private JsonNode order(String id) {
        return accountManager.get("/api/orders/" + id).json();
    }

    private JsonNode serviceOrder(String id) {
        return order(id).at("/serviceOrders/0");
    }

    private JsonNode line(String id, String product) {
        for (var serviceOrder : order(id).get("serviceOrders")) {
            if (serviceOrder.get("product").asText().equals(product)) {
                return serviceOrder;
            }
        }
        throw new AssertionError(product);
    }

    private JsonNode preview(String id) {
        return operations.post("/api/rollbacks/preview", Map.of("orderId", id)).json();
    }

    private String rollbackState(String id) {
        return operations
                .get("/api/rollbacks?orderId=" + id)
                .json()
                .at("/items/0/state")
                .asText();
    }

    private void awaitState(String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(order(id).get("state").asText()).isEqualTo(state));
    }

    private List<Task> open(String id, String activity) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(activity)
                .processVariableValueEquals("orderId", id)
                .list();
    }

    private Task awaitTask(String id, String activity) {
        return awaitEither(id, activity, activity);
    }

    private Task awaitEither(String id, String one, String other) {
        return await().atMost(PATIENCE)
                .until(() -> open(id, one).isEmpty() ? open(id, other) : open(id, one), found -> !found.isEmpty())
                .get(0);
    }

    private String process(String id) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(id, "order")
                .singleResult()
                .getId();
    }

    private void fire(String instance, String timer) {
        var job = await().atMost(PATIENCE)
                .until(
                        () -> management
                                .createJobQuery()
                                .timers()
                                .processInstanceId(instance)
                                .activityId(timer)
                                .list(),
                        found -> !found.isEmpty())
                .get(0);
        DataScope.asSystem(() -> {
            management.executeJob(job.getId());
            return null;
        });
    }

    private List<String> timeline(String id) {
        return accountManager.get("/api/orders/" + id + "/timeline").json().findValuesAsText("text");
    }
}
