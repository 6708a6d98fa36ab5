package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.systems.StepAnswered.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 催单, 撤单, 拉回: each alone, and crossing with what the unit says in the same moment. */
@EsopTest
class WorkOrderActionTests extends ProvisioningScene {

    private Caller operations;

    @BeforeEach
    void unitsWorkByHand() {
        operations = Caller.as("operations.nanjing");
        sandbox.behaves("eoms", Map.of("answerAfterMs", 200, "manual", true));
        sandbox.behaves("platform", Map.of("answerAfterMs", 200, "manual", true));
    }

    @Test
    void anUrgeTellsTheUnitAndMovesNoDate() {
        var work = working("leased-line");
        var before = seen(work);

        var answer = ask(work, "expedite", "客户下周开业，请加快");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(awaitSettled(work, "done").path("priority").asInt()).isOne();
        var entry = seen(work).at("/log/0");
        assertThat(entry.path("name").asText()).isEqualTo("expedite");
        assertThat(entry.path("person").asText()).isEqualTo("operations.nanjing");
        assertThat(entry.path("words").asText()).isEqualTo("客户下周开业，请加快");
        assertThat(seen(work).path("due")).isEqualTo(before.path("due"));
        assertThat(seen(work).path("stage").asText()).isEqualTo("executing");
        assertThat(sandbox.applied(work + ":expedite:1")).isOne();
        assertThat(timeline(work)).anyMatch(line -> line.contains("加快工单 " + work) && line.contains("请加快"));
    }

    @Test
    void whoLooksAfterTheCustomerUrgesAndStopsNothing() {
        var work = working("leased-line");
        var accountManager = Caller.as("account-manager.nanjing");

        var urged = accountManager.post("/api/work-orders/" + work + "/expedite", Map.of("note", "客户来电催办"));

        assertThat(urged.status()).as(urged.body()).isEqualTo(200);
        assertThat(urged.json().at("/actions").findValuesAsText("name")).containsExactly("expedite");
        assertThat(awaitSettled(work, "done").path("words").asText()).isEqualTo("客户来电催办");
        assertThat(accountManager.get("/api/work-orders/" + work).status()).isEqualTo(200);
        assertThat(accountManager.get("/api/work-orders").status()).isEqualTo(403);
        assertThat(accountManager.get("/api/work-orders/export").status()).isEqualTo(403);
        assertThat(Caller.as("account-manager.suzhou")
                        .post("/api/work-orders/" + work + "/expedite", Map.of("note", "别处的客户"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aUnitIsNotUrgedAgainTooSoonNorTooOften() {
        var work = working("leased-line");
        ask(work, "expedite", "请加快");
        awaitSettled(work, "done");

        var again = ask(work, "expedite", "再催");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("obstacle").asText()).isEqualTo("too-soon");
        var nextAt = Instant.parse(again.json().path("nextAt").asText());
        assertThat(nextAt).isAfter(Instant.now().plus(Duration.ofHours(3)));
        assertThat(action(work, "expedite").path("allowed").asBoolean()).isFalse();
        assertThat(Instant.parse(action(work, "expedite").path("nextAt").asText()))
                .isEqualTo(nextAt);
        assertThat(action(work, "withdraw").path("allowed").asBoolean()).isTrue();

        for (var urge = 2; urge <= 3; urge++) {
            longAgo(work);
            assertThat(ask(work, "expedite", "第 " + urge + " 次").status()).isEqualTo(200);
            awaitSettled(work, "done");
        }
        longAgo(work);
        assertThat(ask(work, "expedite", "第四次").json().path("obstacle").asText())
                .isEqualTo("too-often");
        assertThat(action(work, "expedite").path("reason").asText()).contains("3 次");
    }

    @Test
    void thePlatformIsUrgedToo() {
        var work = working("adc");

        ask(work, "expedite", "客户催办");

        awaitSettled(work, "done");
        assertThat(sandbox.ledger(work + ":expedite:1")).extracting("operation").containsExactly("serviceOrder.patch");
    }

    @Test
    void ofTwoWhoUrgeAtOnceOneDoes() {
        var work = working("leased-line");

        var statuses = atOnce(
                () -> ask(work, "expedite", "甲").status(),
                () -> ask(work, "expedite", "乙").status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        awaitSettled(work, "done");
        assertThat(seen(work).path("log")).hasSize(1);
        assertThat(sandbox.ledger(work + ":expedite:2")).isEmpty();
    }

    @Test
    void aDoneWorkOrderIsNeitherUrgedNorStopped() {
        var work = working("leased-line");
        sandbox.answers("eoms", "resourceOrder", work + ":construct:1", "complete", "");
        await().atMost(SOON).until(() -> seen(work).path("stage").asText().equals("done"));

        for (var action : List.of("expedite", "withdraw", "recall")) {
            var answer = ask(work, action, "太迟");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("detail").asText()).isEqualTo("单位已办结，工单待验收");
        }
        assertThat(seen(work).path("log")).isEmpty();
    }

    @Test
    void whatAUnitStopsOnWithdrawalIsGivenUp() {
        var opening = begun("leased-line");
        var work = workOrder(opening);

        assertThat(ask(work, "withdraw", "客户不装了").json().path("stage").asText()).isEqualTo("withdrawing");
        assertThat(action(work, "expedite").path("reason").asText()).isEqualTo("已要求单位停止，正在等它答复");
        assertThat(seen(work).path("state").asText()).isEqualTo("assessingCancellation");
        assertThat(asSystem(() -> provisioning.isBusy("PO" + opening.getBusinessKey())))
                .as("its order is not withdrawn in the same moment")
                .isTrue();
        sandbox.answers("eoms", "cancelResourceOrder", work + ":withdraw:1", "complete", "");

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "work-order")).isEqualTo("workOrderAbandoned");
        assertThat(withdrawalEnd(work)).isEqualTo("unitStopped");
        assertThat(order(opening).state()).isEqualTo("failed");
        assertThat(order(opening).message()).isEqualTo("客户不装了");
        var after = seen(work);
        assertThat(after.path("stage").asText()).isEqualTo("cancelled");
        assertThat(after.path("review").asText()).isEqualTo("客户不装了");
        assertThat(after.at("/log/0/state").asText()).isEqualTo("done");
        assertThat(sandbox.applied(work + ":withdraw:1")).isOne();
        assertThat(sandbox.ledger(work + ":construct:2")).isEmpty();
        assertThat(asSystem(() -> provisioning.isBusy("PO" + opening.getBusinessKey())))
                .isFalse();
        assertThat(timeline(work)).anyMatch(line -> line.contains("已停止工单 " + work));
    }

    @Test
    void aUnitThatRefusesToStopGoesOnAndMayBeAskedAgain() {
        var opening = begun("adc");
        var work = workOrder(opening);

        ask(work, "withdraw", "客户改期");
        sandbox.answers("platform", "cancelServiceOrder", work + ":withdraw:1", "reject", "已在开通");
        assertThat(awaitSettled(work, "refused").path("answer").asText()).isEqualTo("已在开通");

        assertThat(withdrawalEnd(work)).isEqualTo("workGoesOn");
        assertThat(seen(work).path("stage").asText()).isEqualTo("executing");
        assertThat(timeline(work)).anyMatch(line -> line.contains("拒绝停止工单 " + work));
        ask(work, "withdraw", "客户坚持");
        sandbox.answers("platform", "cancelServiceOrder", work + ":withdraw:2", "complete", "");
        awaitEnd(opening, "serviceNotOpened");
        assertThat(sandbox.applied(work + ":withdraw:2")).isOne();
    }

    @Test
    void workThatIsDoneWhileItsWithdrawalIsJudgedIsDone() {
        var opening = begun("leased-line");
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        sandbox.awaitState("eoms", "cancelResourceOrder", work + ":withdraw:1", "accepted");

        sandbox.answers("eoms", "resourceOrder", work + ":construct:1", "complete", "光路已通");

        var task = awaitTask(opening, "signOffWorkOrder");
        assertThat(withdrawalEnd(work)).isEqualTo("stopTooLate");
        assertThat(seen(work).at("/log/0/state").asText()).isEqualTo("late");
        sandbox.answers("eoms", "cancelResourceOrder", work + ":withdraw:1", "complete", "");
        awaitStep(work + ":withdraw:1", "COMPLETED");
        assertThat(seen(work).path("stage").asText()).isEqualTo("done");
        assertThat(seen(work).at("/log/0/state").asText()).isEqualTo("late");
        complete(task, Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.applied(work + ":construct:1")).isOne();
    }

    /** Injection point: the order itself is still on the wire, so nothing that was asked of it has left the house. */
    @Test
    void whatHasNotLeftTheHouseWhenTheWorkIsDoneStaysThere() {
        sandbox.breaks("eoms", "delay", Map.of("times", 1, "delayMs", 3000, "operation", "resourceOrder.create"));
        var opening = open("leased-line", "add");
        var work = workOrder(opening);
        await().atMost(SOON).until(() -> seen(work).path("stage").asText().equals("dispatched"));
        ask(work, "expedite", "请加快");
        ask(work, "recall", "地址写错");

        asSystem(() -> {
            answers.hear(answer(work, State.COMPLETED));
            return null;
        });

        assertThat(awaitTask(opening, "signOffWorkOrder")).isNotNull();
        assertThat(seen(work).path("log").findValuesAsText("state")).containsExactly("late", "late");
        assertThat(withdrawalEnd(work)).isEqualTo("stopTooLate");
        await().atMost(SOON).until(() -> sandbox.applied(work + ":construct:1") == 1);
        aWhile();
        assertThat(sandbox.ledger(work + ":withdraw:1")).isEmpty();
        assertThat(sandbox.ledger(work + ":expedite:1")).isEmpty();
    }

    @Test
    void ofTwoWhoStopAUnitAtOnceOneDoes() {
        var work = working("leased-line");

        var statuses = atOnce(
                () -> ask(work, "withdraw", "甲").status(),
                () -> ask(work, "recall", "乙").status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        aWhile();
        assertThat(seen(work).path("log")).hasSize(1);
        assertThat(sandbox.applied(work + ":withdraw:1")).isOne();
        assertThat(sandbox.ledger(work + ":withdraw:2")).isEmpty();
    }

    @Test
    void whatIsRecalledIsDispatchedAgainWhenOperationsSaySo() {
        var opening = begun("leased-line");
        var work = workOrder(opening);
        ask(work, "recall", "端口写错");
        sandbox.answers("eoms", "cancelResourceOrder", work + ":withdraw:1", "complete", "");

        var task = awaitTask(opening, "resolveFallout");
        assertThat(groups(task)).containsExactly("operations@nanjing");
        assertThat(seen(work).path("stage").asText()).isEqualTo("generated");
        assertThat(falloutOf(work).path("errorClass").asText()).isEqualTo("recalled");
        assertThat(falloutOf(work).path("message").asText()).isEqualTo("端口写错");
        complete(task, Map.of("action", "retry"));
        sandbox.answers("eoms", "resourceOrder", work + ":construct:2", "complete", "");
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.applied(work + ":construct:1")).isOne();
        assertThat(sandbox.applied(work + ":construct:2")).isOne();
        assertThat(seen(work).path("generation").asInt()).isEqualTo(2);
        assertThat(seen(work).at("/log/0/state").asText()).isEqualTo("done");
    }

    @Test
    void whatIsRecalledMayBeGivenUp() {
        var opening = begun("leased-line");
        var work = workOrder(opening);
        ask(work, "recall", "资源不足");
        sandbox.answers("eoms", "cancelResourceOrder", work + ":withdraw:1", "complete", "");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户同意取消"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(seen(work).path("stage").asText()).isEqualTo("cancelled");
        assertThat(seen(work).path("review").asText()).isEqualTo("客户同意取消");
    }

    @Test
    void aUnitThatCannotBeReachedIsAskedAgainWhenItCan() {
        var opening = begun("leased-line");
        var work = workOrder(opening);
        sandbox.breaks("eoms", "refuse", Map.of("operation", "cancelResourceOrder.find"));
        sandbox.breaks("eoms", "timeout-before", Map.of("times", 1, "operation", "cancelResourceOrder.create"));
        ask(work, "withdraw", "客户不装了");

        awaitSettled(work, "unanswered");
        assertThat(withdrawalEnd(work)).isEqualTo("workGoesOn");
        assertThat(seen(work).path("stage").asText()).isIn("dispatched", "executing");
        sandbox.heal();
        await().atMost(SOON)
                .until(() -> action(work, "withdraw").path("allowed").asBoolean());
        ask(work, "withdraw", "客户不装了");
        sandbox.answers("eoms", "cancelResourceOrder", work + ":withdraw:2", "complete", "");
        awaitEnd(opening, "serviceNotOpened");
    }

    /** Injection point: the unit grants the withdrawal only after its silence has become a fallout. */
    @Test
    void aWithdrawalThatIsGrantedAfterTheWorkIsOverdueIsNotDispatchedAgain() {
        var opening = begun("leased-line");
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        for (var proof = 1; proof <= 4; proof++) {
            fire(opening, "answerOverdue");
            aWhile();
        }
        assertThat(awaitTask(opening, "resolveFallout")).isNotNull();
        assertThat(action(work, "recall").path("allowed").asBoolean()).isFalse();

        sandbox.answers("eoms", "cancelResourceOrder", work + ":withdraw:1", "complete", "");

        awaitEnd(opening, "serviceNotOpened");
        assertThat(seen(work).path("stage").asText()).isEqualTo("cancelled");
        assertThat(sandbox.ledger(work + ":construct:2")).isEmpty();
    }

    @Test
    void whoMayNotSeeItCannotAskAnything() {
        var work = working("leased-line");
        var elsewhere = Caller.as("operations.suzhou");

        for (var action : List.of("expedite", "withdraw", "recall")) {
            var body = Map.of("note", "越权", "reason", "越权");
            assertThat(elsewhere
                            .post("/api/work-orders/" + work + "/" + action, body)
                            .status())
                    .isEqualTo(404);
            assertThat(operations
                            .post("/api/work-orders/WO9999999999/" + action, body)
                            .status())
                    .isEqualTo(404);
            assertThat(Caller.as(action.equals("expedite") ? "tele-manager.nanjing" : "account-manager.nanjing")
                            .post("/api/work-orders/" + work + "/" + action, body)
                            .status())
                    .isEqualTo(403);
            assertThat(ask(work, action, " ").status()).isEqualTo(422);
            assertThat(ask(work, action, "长".repeat(201))
                            .json()
                            .at("/errors/0/field")
                            .asText())
                    .isEqualTo(action.equals("expedite") ? "note" : "reason");
        }
        assertThat(seen(work).path("log")).isEmpty();
        assertThat(seen(work).path("actions").findValuesAsText("allowed")).containsOnly("true");
    }

    private ProcessInstance begun(String product) {
        var opening = open(product, "add");
        awaitStep(workOrder(opening) + (product.equals("adc") ? ":open:1" : ":construct:1"), "ACKNOWLEDGED");
        return opening;
    }

    private String working(String product) {
        return workOrder(begun(product));
    }

    private Caller.Answer ask(String work, String action, String words) {
        var body = Map.of(action.equals("expedite") ? "note" : "reason", words);
        return operations.post("/api/work-orders/" + work + "/" + action, body);
    }

    private JsonNode seen(String work) {
        return operations.get("/api/work-orders/" + work).json();
    }

    private JsonNode action(String work, String name) {
        for (var action : seen(work).path("actions")) {
            if (action.path("name").asText().equals(name)) {
                return action;
            }
        }
        throw new AssertionError(name);
    }

    private JsonNode falloutOf(String work) {
        return operations
                .get("/api/fallouts/" + seen(work).path("openFallout").asText())
                .json();
    }

    /** The newest entry of the log, once it is so. */
    private JsonNode awaitSettled(String work, String state) {
        return await().atMost(SOON)
                .until(
                        () -> seen(work).at("/log/0"),
                        entry -> entry.path("state").asText().equals(state));
    }

    private List<String> timeline(String work) {
        var order = seen(work).path("orderId").asText();
        return Caller.as("account-manager.nanjing")
                .get("/api/orders/" + order + "/timeline")
                .json()
                .findValuesAsText("text");
    }

    private void longAgo(String work) {
        asSystem(() -> jdbc.sql(
                        "UPDATE provisioning.work_order_action SET asked = asked - interval '30 days' WHERE work_order_id = :id")
                .param("id", work)
                .update());
    }

    private String withdrawalEnd(String work) {
        var instance = await().atMost(SOON)
                .until(
                        () -> history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(work)
                                .processDefinitionKey(WorkOrderWithdrawalProcess.KEY)
                                .finished()
                                .list(),
                        found -> !found.isEmpty());
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.get(0).getId())
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityId();
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) {
        var people = Executors.newFixedThreadPool(2);
        try {
            var answers = people.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        } finally {
            people.shutdown();
        }
    }
}
