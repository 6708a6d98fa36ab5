package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EditedTable;
import esop.EsopTest;
import esop.systems.SandboxClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class OrderWithdrawalTests {

    private static final String NANJING = "C320100002";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService engine;

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
        sandbox.behaves("boss", Map.of("answerAfterMs", 300, "manual", false, "monitor", false));
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", false));
    }

    @Test
    void workUnderWayIsStoppedAtItsUnitAndItsResourcesAreReleased() {
        var id = constructing();
        var line = serviceOrder(id);
        var work = line.at("/workOrders/0/id").asText();

        assertThat(accountManager
                        .get("/api/orders/" + id + "/withdrawal")
                        .json()
                        .hasNonNull("reason"))
                .isFalse();
        var answer = withdraw(id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("state").asText()).isEqualTo("pendingCancellation");
        assertThat(serviceOrder(id).get("state").asText()).isEqualTo("cancelled");
        sandbox.answers("eoms", "cancelResourceOrder", line.get("id").asText() + ":withdraw:1", "complete", "");
        awaitState(id, "cancelled");
        assertThat(sandbox.applied(line.get("id").asText() + ":release:1")).isEqualTo(1);
        assertThat(sandbox.ledger(line.get("id").asText() + ":dismantle:1")).isEmpty();
        assertThat(sandbox.applied(work + ":construct:1")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> sandbox.applied(id + ":mirror-cancelled:1") == 1);
        await().atMost(PATIENCE).until(() -> running(id) == 0);
        assertThat(timeline(id))
                .contains("同意撤单：客户改主意", "撤单完成")
                .allSatisfy(told -> assertThat(told).doesNotContain("{"));
    }

    @Test
    void aUnitThatHasBegunMayRefuseAndWhatItBuildsIsTakenDownInstead() {
        var id = constructing();
        var line = serviceOrder(id);
        var so = line.get("id").asText();
        assertThat(withdraw(id).status()).isEqualTo(200);
        sandbox.answers("eoms", "cancelResourceOrder", so + ":withdraw:1", "reject", "已在施工");
        var task = awaitTask(id, "resolveFallout");
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", false));
        sandbox.answers("eoms", "resourceOrder", line.at("/workOrders/0/id").asText() + ":construct:1", "complete", "");
        await().atMost(PATIENCE).until(() -> timeline(id).contains("网络部 EOMS完成“施工派单”"));
        assertThat(serviceOrder(id).at("/workOrders/0/stage").asText()).isEqualTo("cancelled");

        complete(task, Map.of("action", "retry"));

        awaitState(id, "cancelled");
        assertThat(sandbox.applied(so + ":dismantle:1")).isEqualTo(1);
        assertThat(sandbox.applied(so + ":release:1")).isEqualTo(1);
    }

    @Test
    void anOrderHeldByAFalloutIsWithdrawnWithNothingToTakeBack() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("vpmn");
        awaitTask(id, "resolveFallout");

        assertThat(withdraw(id).status()).isEqualTo(200);

        awaitState(id, "cancelled");
        assertThat(open(id, "resolveFallout")).isEmpty();
        assertThat(timeline(id)).noneMatch(line -> line.startsWith("开始回退"));
        assertThat(withdraw(id).json().get("reason").asText()).isEqualTo("ended");
    }

    @Test
    void whatIsDeliveredIsPastThePointOfNoReturnAndTheOrderGoesOn() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("leased-line", "vpmn");
        complete(awaitTask(id, "signOffWorkOrder"), Map.of("signOff", "accept"));
        await().atMost(PATIENCE)
                .until(() -> order(id).findValuesAsText("state").contains("held")
                        && order(id)
                                .at("/serviceOrders")
                                .findValuesAsText("state")
                                .contains("completed"));

        var foreseen = accountManager.get("/api/orders/" + id + "/withdrawal").json();
        assertThat(foreseen.get("reason").asText()).isEqualTo("delivered");
        assertThat(foreseen.get("message").asText()).contains("可另下退订订单");
        assertThat(Caller.as("account-manager.suzhou")
                        .get("/api/orders/" + id + "/withdrawal")
                        .status())
                .isEqualTo(404);
        var refused = withdraw(id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("reason").asText()).isEqualTo("delivered");
        assertThat(refused.json().at("/products/0").asText()).isEqualTo("leased-line");
        assertThat(order(id).get("state").asText()).isEqualTo("held");
        assertThat(timeline(id)).contains("未能撤单，订单已有产品验收交付，不能撤单；可另下退订订单：客户改主意");
        sandbox.heal();
        complete(awaitTask(id, "resolveFallout"), Map.of("action", "retry"));
        awaitState(id, "completed");
    }

    @Test
    void howFarAnOrderIsSaysItsFurthestLiveWorkOrder() {
        try (var table = EditedTable.beginningWith(
                "point-of-no-return", List.of("\"mobile-mail\"", "\"done\""), "\"delivered\"")) {
            var id = place("mobile-mail");
            var visit = awaitTask(id, "agreeVisit");
            var partner = Caller.as("si.local");
            var refusal = partner.post(
                    "/api/tasks/" + visit.getId() + "/complete",
                    Map.of("data", Map.of("decision", "refuse", "reason", "本周人员已满")));
            assertThat(refusal.status()).as(refusal.body()).isEqualTo(200);
            awaitTask(id, "signOffWorkOrder");
            assertThat(serviceOrder(id).at("/workOrders").findValuesAsText("stage"))
                    .containsExactly("refused", "done");

            assertThat(withdraw(id).json().get("reason").asText()).isEqualTo("delivered");
        }
    }

    @Test
    void aPartnersPeopleWhoHaveAgreedAVisitAreAskedToStopAndSayWhetherTheyCan() {
        var id = place("mobile-mail");
        var partner = Caller.as("si.local");
        var visit = Map.of(
                "decision",
                "confirm",
                "visitHours",
                "morning",
                "visitDate",
                LocalDate.now().plusDays(2).toString());
        answer(partner, awaitTask(id, "agreeVisit"), visit);
        awaitTask(id, "carryOutInstallation");
        var work = serviceOrder(id).at("/workOrders/0/id").asText();

        assertThat(withdraw(id).status()).isEqualTo(200);

        var asked = awaitTask(id, "answerStop");
        var stop = partner.get("/api/partner/work-orders/" + work).json().path("stop");
        assertThat(stop.path("kind").asText()).isEqualTo("order");
        assertThat(stop.path("reason").asText()).isEqualTo("客户改主意");
        assertThat(stop.path("taskId").asText()).isEqualTo(asked.getId());
        assertThat(partner.get("/api/partner/work-orders?open=true&size=100&sort=created,desc")
                        .body())
                .contains(work);
        answer(partner, asked, Map.of("decision", "refuse", "reason", "已装好"));
        complete(awaitTask(id, "resolveFallout"), Map.of("action", "retry"));
        answer(partner, awaitTask(id, "answerStop"), Map.of("decision", "agree"));

        awaitState(id, "cancelled");
        assertThat(running(id)).isZero();
        assertThat(timeline(id)).anyMatch(line -> line.contains("已装好"));
    }

    @Test
    void ofAWithdrawalAndASignOffAtOnceOneWins() {
        var id = place("leased-line");
        var task = awaitTask(id, "signOffWorkOrder");
        var operations = Caller.as("operations.nanjing");
        operations.post("/api/tasks/" + task.getId() + "/claim", Map.of());

        var signing = CompletableFuture.supplyAsync(() -> operations
                .post("/api/tasks/" + task.getId() + "/complete", Map.of("data", Map.of("signOff", "accept")))
                .status());
        var withdrawing = CompletableFuture.supplyAsync(() -> withdraw(id).status());

        var signed = signing.join();
        var withdrawn = withdrawing.join();
        assertThat(List.of(signed, withdrawn))
                .filteredOn(status -> status == 200)
                .hasSize(1);
        assertThat(withdrawn == 200 ? signed : withdrawn).isIn(404, 409);
        awaitState(id, withdrawn == 200 ? "cancelled" : "completed");
    }

    @ParameterizedTest
    @CsvSource({
        "leased-line, executing, allowed",
        "leased-line, done, allowed",
        "leased-line, archived, delivered",
        "leased-line, completed, delivered",
        "vpmn, completed, allowed",
        "adc, acknowledged, allowed"
    })
    void theTableSaysHowFarIsTooFar(
            String product, String stage, String said, @Autowired esop.workflow.Decisions decisions) {
        assertThat(decisions.evaluate("point-of-no-return", Map.of("product", product, "stage", stage)))
                .singleElement()
                .isEqualTo(Map.of("withdrawal", said));
    }

    @Test
    void aReasonIsNeededAndAnotherCitysOrderIsUnknown() {
        sandbox.breaks("boss", "refuse", Map.of());
        var id = place("vpmn");
        awaitTask(id, "resolveFallout");

        assertThat(accountManager
                        .post("/api/orders/" + id + "/withdraw", Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        assertThat(Caller.as("account-manager.suzhou")
                        .post("/api/orders/" + id + "/withdraw", Map.of("reason", "错"))
                        .status())
                .isEqualTo(404);
        assertThat(order(id).get("state").asText()).isEqualTo("held");
    }

    private String constructing() {
        sandbox.behaves("eoms", Map.of("answerAfterMs", 300, "manual", true));
        var id = place("leased-line");
        await().atMost(PATIENCE)
                .until(() -> serviceOrder(id).at("/workOrders/0/stage").asText().equals("executing"));
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

    private Caller.Answer withdraw(String id) {
        return accountManager.post("/api/orders/" + id + "/withdraw", Map.of("reason", "客户改主意"));
    }

    private JsonNode order(String id) {
        return accountManager.get("/api/orders/" + id).json();
    }

    private JsonNode serviceOrder(String id) {
        return order(id).at("/serviceOrders/0");
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
        return await().atMost(PATIENCE)
                .until(() -> open(id, activity), found -> !found.isEmpty())
                .get(0);
    }

    private long running(String id) {
        return engine.createProcessInstanceQuery()
                .variableValueEquals("orderId", id)
                .count();
    }

    private void complete(Task task, Map<String, Object> data) {
        var operations = Caller.as("operations.nanjing");
        operations.post("/api/tasks/" + task.getId() + "/claim", Map.of());
        var completed = operations.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
    }

    private static void answer(Caller partner, Task task, Map<String, ?> data) {
        var answered = partner.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    }

    private List<String> timeline(String id) {
        return accountManager.get("/api/orders/" + id + "/timeline").json().findValuesAsText("text");
    }
}
