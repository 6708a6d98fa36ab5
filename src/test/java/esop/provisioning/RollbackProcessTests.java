package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.OnBehalf;
import esop.web.InvalidException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

@EsopTest
class RollbackProcessTests extends ProvisioningScene {

    private Caller operations;

    @BeforeEach
    void signOn() {
        operations = Caller.as("operations.nanjing").with("Accept-Language", "zh-CN");
    }

    @Test
    void anActivationIsUndoneByEndingItsVeryService() {
        var opening = opened("vpmn");
        var key = opening.getBusinessKey() + ":activate:1";
        var preview = preview(opening);
        assertThat(preview.hasNonNull("obstacle")).isFalse();
        assertThat(preview.at("/steps/0/key").asText()).isEqualTo(key);
        assertThat(preview.at("/steps/0").hasNonNull("obstacle")).isFalse();
        assertThat(preview.at("/steps/0/undoneBy").asText()).isEqualTo("deactivate");

        var rollback = begun(opening);

        awaitState(rollback, "undone");
        assertThat(endOf(rollback)).isEqualTo("rolledBack");
        assertThat(operations(opening.getBusinessKey() + ":deactivate:1")).containsExactly("service.patch");
        assertThat(compensated(opening.getBusinessKey() + ":deactivate:1")).isEqualTo(key);
        assertThat(externalId(opening.getBusinessKey() + ":deactivate:1")).isEqualTo(externalId(key));
        assertThat(preview(opening).get("obstacle").asText()).isEqualTo("nothing");
        var shown = operations.get("/api/rollbacks/" + rollback).json();
        assertThat(shown.get("personName").asText()).isEqualTo("孟行远");
        assertThat(shown.at("/steps/0/state").asText()).isEqualTo("undone");
        assertThat(timeline(opening)).contains("开始回退，共 1 步：客户退订", "回退完成，已办步骤全部撤回");
    }

    @Test
    void nothingIsTakenBackBeforeSomebodyElseHasAgreed() {
        var opening = opened("vpmn");
        var batch = start(opening).json();
        var id = batch.get("id").asText();
        assertThat(batch.at("/items/0/state").asText()).isEqualTo("proposed");
        assertThat(start(opening).json().get("obstacle").asText()).isEqualTo("proposed");
        assertThat(timeline(opening)).contains("申请回退，等待审批：客户退订");
        var approver = Caller.as("approver.nanjing");
        assertThat(decide(operations, id, Map.of("approval", "approve")).status())
                .isNotEqualTo(200);
        assertThat(decide(approver, id, Map.of("approval", "refuse")).status()).isEqualTo(422);

        assertThat(decide(approver, id, Map.of("approval", "refuse", "opinion", "客户还在用"))
                        .status())
                .isEqualTo(200);

        var refused = operations.get("/api/rollbacks/batches/" + id).json().at("/items/0");
        assertThat(refused.get("obstacle").asText()).isEqualTo("not-approved");
        assertThat(refused.get("opinion").asText()).isEqualTo("客户还在用");
        assertThat(timeline(opening)).contains("回退未获同意：客户还在用");
        assertThat(sandbox.ledger(opening.getBusinessKey() + ":deactivate:1")).isEmpty();
        assertThat(preview(opening).hasNonNull("obstacle")).isFalse();
    }

    @Test
    void nobodyApprovesTheRollbackTheyAskedFor(@Autowired StoredRollbackBatches batches, @Autowired OnBehalf onBehalf) {
        var id = start(opened("vpmn")).json().get("id").asText();

        assertThatThrownBy(
                        () -> onBehalf.of("operations.nanjing", () -> batches.decide(id, "nanjing", "approve", null)))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void aLineIsDismantledBeforeItsResourcesAreReleased() {
        var opening = openedLine();
        var id = opening.getBusinessKey();

        var rollback = begun(opening);

        awaitState(rollback, "undone");
        assertThat(sandbox.arrivals(id)).containsSubsequence(id + ":reserve:1", id + ":dismantle:1", id + ":release:1");
        assertThat(sandbox.applied(id + ":dismantle:1")).isOne();
        assertThat(sandbox.applied(id + ":release:1")).isOne();
        assertThat(compensated(id + ":dismantle:1")).isEqualTo(workOrder(opening) + ":construct:1");
        assertThat(compensated(id + ":release:1")).isEqualTo(id + ":reserve:1");
    }

    @Test
    void whatThePlatformHasOpenedIsClosedByAnOrderOfItsOwn() {
        var opening = open("adc", "add");
        awaitEnd(opening, "serviceOpened");
        var id = opening.getBusinessKey();

        var rollback = begun(opening);

        awaitState(rollback, "undone");
        assertThat(operations(id + ":close:1")).containsExactly("serviceOrder.create");
        assertThat(compensated(id + ":close:1")).isEqualTo(workOrder(opening) + ":open:1");
    }

    @Test
    void whatTheFirstLevelHasOpenedIsEndedByAnOrderOfItsOwn() {
        var opening = open("cross-province-line", "add");
        awaitEnd(opening, "serviceOpened");
        var id = opening.getBusinessKey();

        var rollback = begun(opening);

        awaitState(rollback, "undone");
        assertThat(operations(id + ":end-up:1")).containsExactly("productOrder.create");
        assertThat(compensated(id + ":end-up:1")).isEqualTo(id + ":order-up:1");
    }

    @Test
    void whatTheFirstLevelHasOpenedInPartIsLeftToAPerson() {
        sandbox.behaves("first-level", Map.of("manual", true));
        var opening = open("cross-province-line", "add");
        sandbox.answers("first-level", "productOrder", opening.getBusinessKey() + ":order-up:1", "partial", "缺一段");
        awaitEnd(opening, "serviceOpenedInPart");

        assertThat(preview(opening).at("/steps/0/obstacle").asText()).isEqualTo("doubtful");
    }

    @Test
    void anUndoingThatFailsAfterItWasTakenInIsAskedForAgainAndNothingOlderIsTouchedMeanwhile() {
        var opening = openedLine();
        var id = opening.getBusinessKey();
        sandbox.behaves("eoms", Map.of("answerAfterMs", 200, "manual", true));

        var rollback = begun(opening);
        sandbox.answers("eoms", "resourceOrder", id + ":dismantle:1", "fail", "业主不在");
        var task = awaitTask(instance(rollback), "resolveFallout");
        assertThat(sandbox.ledger(id + ":release:1")).isEmpty();
        assertThat(fallout(opening).get("step")).isEqualTo("dismantle");
        assertThat(order(opening).state()).isEqualTo("completed");
        sandbox.behaves("eoms", Map.of("answerAfterMs", 200, "manual", false));
        complete(task, Map.of("action", "retry"));

        awaitState(rollback, "undone");
        assertThat(sandbox.applied(id + ":dismantle:2")).isOne();
        assertThat(sandbox.applied(id + ":release:1")).isOne();
    }

    @Test
    void whoeverGivesAStepUpLeavesEverythingOlder() {
        var opening = openedLine();
        var id = opening.getBusinessKey();
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));

        var rollback = begun(opening);
        complete(awaitTask(instance(rollback), "resolveFallout"), Map.of("action", "abort", "note", "线路已移交他人"));

        awaitState(rollback, "incomplete");
        assertThat(endOf(rollback)).isEqualTo("rollbackIncomplete");
        assertThat(steps(rollback)).containsExactly("left", "left");
        assertThat(sandbox.ledger(id + ":release:1")).isEmpty();
        assertThat(preview(opening).get("steps")).hasSize(2);
    }

    @Test
    void aStepTakenBackByHandLetsTheOlderOnesFollow() {
        var opening = openedLine();
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));

        var rollback = begun(opening);
        complete(awaitTask(instance(rollback), "resolveFallout"), Map.of("action", "manual", "note", "网络部已现场拆除"));

        awaitState(rollback, "undone");
        assertThat(steps(rollback)).containsExactly("settled", "undone");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":release:1")).isOne();
    }

    @Test
    void whatNoSystemCanUndoIsAPersonsFromTheStart() {
        var customer = "C-" + UUID.randomUUID();
        awaitEnd(openFor("vpmn", "add", customer), "serviceOpened");
        var changing = openFor("vpmn", "modify", customer);
        awaitEnd(changing, "serviceOpened");
        assertThat(preview(changing).at("/steps/0/obstacle").asText()).isEqualTo("not-added");

        var rollback = begun(changing);
        var task = awaitTask(instance(rollback), "resolveFallout");
        assertThat(groups(task)).containsExactly("operations@nanjing");
        assertThat(fallout(changing).get("error_class")).isEqualTo("not-added");
        complete(task, Map.of("action", "manual", "note", "已按变更前的资料恢复"));

        awaitState(rollback, "undone");
        assertThat(sandbox.ledger(changing.getBusinessKey() + ":deactivate:1")).isEmpty();
    }

    @Test
    void anOrderThatALaterOneStandsOnIsRefusedAndTheChainIsNamed() {
        var customer = "C-" + UUID.randomUUID();
        var first = openFor("vpmn", "add", customer);
        awaitEnd(first, "serviceOpened");
        var second = openFor("vpmn", "add", customer);
        awaitEnd(second, "serviceOpened");

        var refused = start(first);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/chain/0").asText()).isEqualTo("PO" + second.getBusinessKey());
        assertThat(refused.json().get("detail").asText()).contains("PO" + second.getBusinessKey());
        assertThat(sandbox.ledger(first.getBusinessKey() + ":deactivate:1")).isEmpty();
        awaitState(begun(second), "undone");
        awaitState(begun(first), "undone");
        assertThat(externalId(first.getBusinessKey() + ":deactivate:1"))
                .isEqualTo(externalId(first.getBusinessKey() + ":activate:1"));
    }

    @Test
    void anOrderUnderWayAnotherCitysAndOneWithoutAReasonAreRefused() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var opening = open("vpmn", "add");
        var task = awaitTask(opening, "resolveFallout");
        assertThat(start(opening).json().get("obstacle").asText()).isEqualTo("under-way");
        complete(task, Map.of("action", "abort", "note", "客户放弃"));
        awaitEnd(opening, "serviceNotOpened");
        assertThat(start(opening).json().get("obstacle").asText()).isEqualTo("nothing");

        var opened = opened("vpmn");
        var order = "PO" + opened.getBusinessKey();
        var elsewhere = Caller.as("operations.suzhou");
        assertThat(elsewhere
                        .post("/api/rollbacks", Map.of("orderId", order, "reason", "错"))
                        .status())
                .isEqualTo(422);
        assertThat(operations.post("/api/rollbacks", Map.of("orderId", order)).status())
                .isEqualTo(422);
        var accountManager = Caller.as("account-manager.nanjing");
        assertThat(accountManager
                        .post("/api/rollbacks", Map.of("orderId", order, "reason", "错"))
                        .status())
                .isEqualTo(403);
        var rollback = begun(opened);
        assertThat(elsewhere.get("/api/rollbacks/" + rollback).status()).isEqualTo(404);
        awaitState(rollback, "undone");
    }

    @Test
    void theDatabaseRefusesToUndoAnOlderStepFirst() {
        var opening = openedLine();
        sandbox.behaves("eoms", Map.of("answerAfterMs", 200, "manual", true));
        var rollback = begun(opening);
        await().atMost(SOON).until(() -> steps(rollback).equals(List.of("asked", "waiting")));

        assertThatThrownBy(
                        () -> asSystem(() -> jdbc.sql("""
                                UPDATE provisioning.rollback_step SET state = 'undone' WHERE rollback = :id AND position = 2
                                """).param("id", rollback).update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("later one");

        sandbox.answers("eoms", "resourceOrder", opening.getBusinessKey() + ":dismantle:1", "complete", "");
        awaitState(rollback, "undone");
    }

    @Test
    void whatBeginsToBeOpenedWaitsForWhoeverJudgesARollbackOfTheSame(
            @Autowired Openings openings, @Autowired TransactionOperations transaction) throws Exception {
        var id = recorded("vpmn", "add");
        var beginning = new CompletableFuture<List<String>>();

        asSystem(() -> transaction.execute(status -> {
            openings.hold(List.of("PO" + id));
            beginning.completeAsync(() -> asSystem(() -> openings.begin(List.of(id))));
            return assertThat(beginning).failsWithin(Duration.ofSeconds(1));
        }));

        assertThat(beginning.get(10, TimeUnit.SECONDS)).containsExactly(id);
    }

    private ProcessInstance opened(String product) {
        var opening = open(product, "add");
        awaitEnd(opening, "serviceOpened");
        return opening;
    }

    private ProcessInstance openedLine() {
        var opening = open("leased-line", "add");
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        return opening;
    }

    private JsonNode preview(ProcessInstance opening) {
        var answer = operations.post("/api/rollbacks/preview", Map.of("orderId", "PO" + opening.getBusinessKey()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Caller.Answer start(ProcessInstance opening) {
        return operations.post("/api/rollbacks", Map.of("orderId", "PO" + opening.getBusinessKey(), "reason", "客户退订"));
    }

    private String begun(ProcessInstance opening) {
        var answer = start(opening);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var batch = answer.json().get("id").asText();
        approve(batch);
        return operations
                .get("/api/rollbacks/batches/" + batch)
                .json()
                .at("/items/0/rollbackId")
                .asText();
    }

    private void awaitState(String rollback, String state) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> operations
                                .get("/api/rollbacks/" + rollback)
                                .json()
                                .get("state")
                                .asText(),
                        state::equals);
    }

    private List<String> steps(String rollback) {
        return operations.get("/api/rollbacks/" + rollback).json().get("steps").findValuesAsText("state");
    }

    private ProcessInstance instance(String rollback) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(rollback)
                .singleResult();
    }

    private String endOf(String rollback) {
        return history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(rollback)
                        .singleResult()
                        .getProcessDefinitionId())
                .activityType("noneEndEvent")
                .list()
                .stream()
                .filter(end -> history.createHistoricProcessInstanceQuery()
                                .processInstanceId(end.getProcessInstanceId())
                                .processInstanceBusinessKey(rollback)
                                .count()
                        > 0)
                .map(end -> end.getActivityId())
                .findFirst()
                .orElseThrow();
    }

    private List<String> operations(String externalId) {
        return sandbox.ledger(externalId).stream()
                .map(entry -> entry.operation())
                .toList();
    }

    private String compensated(String key) {
        return column("compensates", key);
    }

    private String externalId(String key) {
        return column("external_id", key);
    }

    private String column(String column, String key) {
        return asSystem(() -> jdbc.sql("SELECT " + column + " FROM systems.system_call WHERE key = :key")
                .param("key", key)
                .query(String.class)
                .single());
    }

    private Map<String, Object> fallout(ProcessInstance opening) {
        return asSystem(() ->
                jdbc.sql("""
                        SELECT step, error_class FROM provisioning.fallout WHERE service_order_id = :id ORDER BY id DESC LIMIT 1
                        """).param("id", opening.getBusinessKey()).query().singleRow());
    }

    private List<String> timeline(ProcessInstance opening) {
        return operations
                .get("/api/orders/PO" + opening.getBusinessKey() + "/timeline")
                .json()
                .findValuesAsText("text");
    }
}
