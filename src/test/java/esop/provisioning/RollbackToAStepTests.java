package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EditedTable;
import esop.EsopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** 回退到某一步: of an ended order, and of one that is under way and goes on from there. */
@EsopTest
class RollbackToAStepTests extends ProvisioningScene {

    private Caller operations;

    @BeforeEach
    void signOn() {
        operations = Caller.as("operations.nanjing").with("Accept-Language", "zh-CN");
    }

    @Test
    void whatIsOlderThanTheChosenStepStaysAndTheOrderSaysSo() {
        var opening = openedLine();
        var id = opening.getBusinessKey();
        var steps = preview(opening).get("steps");
        assertThat(steps.findValuesAsText("step")).containsExactly("construct", "reserve");

        var rollback = begun(opening, steps.at("/0/key").asText());

        awaitState(rollback, "undone");
        assertThat(sandbox.applied(id + ":dismantle:1")).isOne();
        assertThat(sandbox.ledger(id + ":release:1")).isEmpty();
        assertThat(order(opening).state()).isEqualTo("partial");
        assertThat(productOrder(opening).get("state").asText()).isEqualTo("partial");
        assertThat(productOrder(opening).at("/items/0/state").asText()).isEqualTo("partial");
        assertThat(preview(opening).get("steps").findValuesAsText("step")).containsExactly("reserve");
        assertThat(shown(rollback).get("backTo").asText())
                .isEqualTo(steps.at("/0/key").asText());
        assertThat(timeline(opening)).contains("已退到所选步骤，更早的步骤保留", "已办的一部分已撤回，订单现为部分完成");

        awaitState(begun(opening, null), "undone");
        assertThat(sandbox.applied(id + ":release:1")).isOne();
        assertThat(order(opening).state()).isEqualTo("cancelled");
        assertThat(productOrder(opening).get("state").asText()).isEqualTo("cancelled");
        assertThat(timeline(opening)).contains("回退完成，已办步骤全部撤回", "已办的全部撤回，订单不再有效");
    }

    @Test
    void theOldestStepIsTheWholeOrderAndAStepThatIsNotThereIsRefused() {
        var opening = openedLine();
        var refused = start(opening, opening.getBusinessKey() + ":reserve:2");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("backTo");

        var rollback = begun(opening, opening.getBusinessKey() + ":reserve:1");

        awaitState(rollback, "undone");
        assertThat(shown(rollback).hasNonNull("backTo")).isFalse();
        assertThat(order(opening).state()).isEqualTo("cancelled");
        assertThat(start(opening, null).json().get("obstacle").asText()).isEqualTo("nothing");
    }

    @Test
    void anOrderThatWasTakenBackInPartStillCarriesTheEarlierOneUntilTheRestIsTakenBack() {
        var customer = "C-" + UUID.randomUUID();
        var first = openedLineFor(customer);
        var second = openedLineFor(customer);
        awaitState(begun(second, preview(second).at("/steps/0/key").asText()), "undone");

        assertThat(start(first, null).json().get("obstacle").asText()).isEqualTo("later-orders");

        awaitState(begun(second, null), "undone");
        awaitState(begun(first, null), "undone");
    }

    @Test
    void theDatabaseUndoesNoStepTwiceInOneGeneration() {
        var opening = openedLine();
        awaitState(begun(opening, preview(opening).at("/steps/0/key").asText()), "undone");
        var again = begun(opening, null);
        awaitState(again, "undone");

        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("""
                                INSERT INTO provisioning.rollback_step (
                                    rollback, position, city, service_order_id, system, product, aggregate, name, generation, happened)
                                SELECT :again, 2, city, service_order_id, system, product, aggregate, name, generation, happened
                                FROM provisioning.rollback_step
                                WHERE rollback <> :again AND service_order_id = :id
                                """)
                        .param("again", again)
                        .param("id", opening.getBusinessKey())
                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("rollback_step_undone");
    }

    @Test
    void aLineBuiltOnTheWrongResourceGoesBackToTheReservationAndOnFromThere() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        var opening = open("leased-line", "add");
        var id = opening.getBusinessKey();
        var task = awaitTask(opening, "resolveFallout");
        assertThat(answers(opening)).contains("roll-back-to");
        assertThatThrownBy(() -> complete(task, Map.of("action", "roll-back-to", "note", "端口错", "backTo", id + ":x:1")))
                .hasMessageContaining("退到哪一步 不在可选范围内");
        assertThatThrownBy(() -> complete(task, Map.of("action", "roll-back-to", "note", "端口错")))
                .hasMessageContaining("退到哪一步");

        complete(task, Map.of("action", "roll-back-to", "note", "端口占错，重新预占", "backTo", id + ":reserve:1"));
        var approval = awaitTask(opening, "approveResolution");
        assertThat(engine.getVariables(approval.getExecutionId())).containsEntry("backToName", "占用资源 · " + id);
        complete(approval, Map.of("approval", "approve"));
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.arrivals(id)).containsSubsequence(id + ":reserve:1", id + ":release:1", id + ":reserve:2");
        assertThat(compensated(id + ":release:1")).isEqualTo(id + ":reserve:1");
        assertThat(states(opening)).containsExactly("eoms cancelled", "eoms archived");
        assertThat(order(opening).state()).isEqualTo("completed");
        assertThat(productOrder(opening).get("state").asText()).isEqualTo("inProgress");
        assertThat(timeline(opening)).contains("定单 " + id + " 已退到所选步骤，从那里重新办理");

        awaitState(begun(opening, null, true), "undone");
        assertThat(compensated(id + ":release:2")).isEqualTo(id + ":reserve:2");
        assertThat(sandbox.applied(id + ":release:2")).isOne();
        assertThat(sandbox.applied(id + ":dismantle:1")).isOne();
    }

    @Test
    void whatIsOlderThanTheStepIsNotDoneAgain() {
        var opening = open("leased-line", "add");
        var id = opening.getBusinessKey();
        var signOff = awaitTask(opening, "signOffWorkOrder");
        for (var rework = 1; rework <= 4; rework++) {
            complete(signOff, Map.of("signOff", "rework", "note", "光衰超标"));
            if (rework < 4) {
                signOff = awaitOtherTask(opening, "signOffWorkOrder", signOff.getId());
            }
        }
        var built = workOrder(opening) + ":construct:4";

        back(opening, built);
        complete(awaitOtherTask(opening, "signOffWorkOrder", signOff.getId()), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(compensated(id + ":dismantle:1")).isEqualTo(built);
        assertThat(sandbox.ledger(id + ":release:1")).isEmpty();
        assertThat(sandbox.ledger(id + ":reserve:2")).isEmpty();
        assertThat(states(opening)).containsExactly("eoms cancelled", "eoms archived");

        awaitState(begun(opening, null, true), "undone");
        assertThat(sandbox.applied(id + ":dismantle:2")).isOne();
        assertThat(sandbox.applied(id + ":release:1")).isOne();
    }

    @Test
    void aSideThatStandsIsLeftInPeaceWhileTheOtherGoesBack() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mas", "add");
        var id = opening.getBusinessKey();
        await().atMost(SOON)
                .until(() -> order(opening).workOrders().stream()
                        .anyMatch(work -> work.unit().equals("si")));
        var partner = order(opening).workOrders().stream()
                .filter(work -> work.unit().equals("si"))
                .findFirst()
                .orElseThrow()
                .id();
        sandbox.answers("si", "appointment", partner + ":appoint:1", "complete", "");
        awaitStep(id + ":reserve:1", "COMPLETED");
        var task = awaitTask(opening, "resolveFallout");
        assertThat(task.getName()).isNotBlank();
        sandbox.answers("si", "serviceOrder", partner + ":install:1", "complete", "");
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        var newest = rollbackSteps(opening).get(0).get("key").asText();
        assertThat(newest).isEqualTo(partner + ":install:1");

        complete(task, Map.of("action", "roll-back-to", "note", "设备型号错", "backTo", newest));
        complete(awaitTask(opening, "approveResolution"), Map.of("approval", "approve"));
        sandbox.behaves("si", Map.of("manual", false));

        var first = awaitTask(opening, "signOffWorkOrder");
        complete(first, Map.of("signOff", "accept"));
        complete(awaitOtherTask(opening, "signOffWorkOrder", first.getId()), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        assertThat(compensated(id + ":uninstall:1")).isEqualTo(partner + ":install:1");
        assertThat(sandbox.ledger(id + ":release:1")).isEmpty();
        assertThat(sandbox.ledger(id + ":reserve:2")).isEmpty();
        assertThat(states(opening))
                .containsExactlyInAnyOrder("eoms cancelled", "si cancelled", "eoms archived", "si archived");
    }

    @Test
    void whereAStepCannotBeTakenBackItDoesNotGoOn() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        var opening = open("leased-line", "add");
        var id = opening.getBusinessKey();
        var failed = awaitTask(opening, "resolveFallout");
        complete(failed, Map.of("action", "roll-back-to", "note", "端口占错", "backTo", id + ":reserve:1"));
        var approval = awaitTask(opening, "approveResolution");
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));
        complete(approval, Map.of("approval", "approve"));
        complete(
                awaitOtherTask(opening, "resolveFallout", failed.getId()),
                Map.of("action", "abort", "note", "资源系统拒绝释放"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(order(opening).state()).isEqualTo("failed");
        assertThat(sandbox.ledger(id + ":reserve:2")).isEmpty();
        assertThat(rollbackSteps(opening).findValuesAsText("key")).containsExactly(id + ":reserve:1");
    }

    @Test
    void aRuleSendsAServiceOrderBackOnceAndThenAPersonDecides() {
        try (var table = EditedTable.beginningWith(
                "fallout-policy",
                List.of("\"eoms\"", "\"construct\"", "\"leased-line\"", "\"refused\"", "", ""),
                "\"roll-back-to:reserve\"",
                "\"PT0S\"",
                "\"operations\"",
                "\"escalate:manager\"")) {
            sandbox.breaks("eoms", "refuse", Map.of("times", 2, "operation", "resourceOrder.create"));
            var opening = open("leased-line", "add");
            var id = opening.getBusinessKey();

            var task = awaitTask(opening, "resolveFallout");

            assertThat(sandbox.applied(id + ":release:1")).isOne();
            assertThat(sandbox.applied(id + ":reserve:2")).isOne();
            assertThat(fallouts(opening).stream().map(row -> row.get("plan")))
                    .containsExactly("roll-back-to", "manual");
            complete(task, Map.of("action", "retry"));
            complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
            awaitEnd(opening, "serviceOpened");
        }
    }

    @Test
    void whereNothingTookEffectThereIsNoStepToGoBackTo() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var opening = open("vpmn", "add");
        var task = awaitTask(opening, "resolveFallout");
        assertThat(answers(opening)).contains("roll-back-item").doesNotContain("roll-back-to");
        assertThatThrownBy(
                        () -> complete(task, Map.of("action", "roll-back-to", "note", "退", "backTo", "SO1:activate:1")))
                .hasMessageContaining("退到哪一步 不在可选范围内");
        complete(task, Map.of("action", "retry"));
        awaitEnd(opening, "serviceOpened");
    }

    private void back(ProcessInstance opening, String step) {
        complete(
                awaitTask(opening, "resolveFallout"), Map.of("action", "roll-back-to", "note", "拆除重建", "backTo", step));
        complete(awaitTask(opening, "approveResolution"), Map.of("approval", "approve"));
    }

    private ProcessInstance openedLine() {
        return openedLineFor(null);
    }

    private ProcessInstance openedLineFor(String customer) {
        var opening = openFor("leased-line", "add", customer);
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        ended(opening);
        return opening;
    }

    /** As its process would have it. */
    private void ended(ProcessInstance opening) {
        asSystem(
                () -> jdbc.sql("""
                        UPDATE ordering.product_order SET state = 'completed', completed = now() WHERE id = :id
                        """).param("id", "PO" + opening.getBusinessKey()).update());
        asSystem(() -> jdbc.sql("UPDATE ordering.product_order_item SET state = 'completed' WHERE order_id = :id")
                .param("id", "PO" + opening.getBusinessKey())
                .update());
    }

    private JsonNode preview(ProcessInstance opening) {
        return operations
                .post("/api/rollbacks/preview", Map.of("orderId", "PO" + opening.getBusinessKey()))
                .json();
    }

    private JsonNode rollbackSteps(ProcessInstance opening) {
        return preview(opening).get("steps");
    }

    private Caller.Answer start(ProcessInstance opening, String backTo) {
        var wanted = new HashMap<String, Object>(Map.of("orderId", "PO" + opening.getBusinessKey(), "reason", "客户退订"));
        wanted.put("backTo", backTo);
        return operations.post("/api/rollbacks", wanted);
    }

    private String begun(ProcessInstance opening, String backTo, boolean endedNow) {
        if (endedNow) {
            ended(opening);
        }
        return begun(opening, backTo);
    }

    private String begun(ProcessInstance opening, String backTo) {
        var answer = start(opening, backTo);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var batch = answer.json().get("id").asText();
        approve(batch);
        return operations
                .get("/api/rollbacks/batches/" + batch)
                .json()
                .at("/items/0/rollbackId")
                .asText();
    }

    private JsonNode shown(String rollback) {
        return operations.get("/api/rollbacks/" + rollback).json();
    }

    private void awaitState(String rollback, String state) {
        await().atMost(SOON).until(() -> shown(rollback).get("state").asText(), state::equals);
    }

    private JsonNode productOrder(ProcessInstance opening) {
        return operations.get("/api/orders/PO" + opening.getBusinessKey()).json();
    }

    private List<String> answers(ProcessInstance opening) {
        var id = fallouts(opening).get(0).get("id");
        var answers = operations.get("/api/fallouts/" + id).json().get("answers");
        return StreamSupport.stream(answers.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> states(ProcessInstance opening) {
        return order(opening).workOrders().stream()
                .map(work -> work.unit() + " " + work.stage())
                .toList();
    }

    private String compensated(String key) {
        return asSystem(() -> jdbc.sql("SELECT compensates FROM systems.system_call WHERE key = :key")
                .param("key", key)
                .query(String.class)
                .single());
    }

    private List<String> timeline(ProcessInstance opening) {
        return operations
                .get("/api/orders/PO" + opening.getBusinessKey() + "/timeline")
                .json()
                .findValuesAsText("text");
    }
}
