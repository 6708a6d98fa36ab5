package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** 撤单 and 拉回 of what a partner's people do in ESOP: they are asked where they work, and what they say of the work itself wins. */
@EsopTest
class PartnerStopTests extends ProvisioningScene {

    private static final String ORDERS = "/api/partner/work-orders/";
    private static final Map<String, Object> AGREE = Map.of("decision", "agree");

    private final Caller operations = Caller.as("operations.nanjing");
    private final Caller local = Caller.as("si.local");
    private final Caller yanlian = Caller.as("si.yanlian");

    @Test
    void whatItsPeopleAgreeToStopIsGivenUp() {
        var opening = begun();
        var work = workOrder(opening);

        assertThat(ask(work, "withdraw", "客户不装了").json().path("stage").asText()).isEqualTo("withdrawing");

        var task = stopTask(work, 1);
        assertThat(groups(task)).containsExactly("tinglan@nanjing");
        assertThat(task.getDueDate()).isInTheFuture();
        var stop = local.get(ORDERS + work).json().path("stop");
        assertThat(stop.path("kind").asText()).isEqualTo("withdraw");
        assertThat(stop.path("reason").asText()).isEqualTo("客户不装了");
        assertThat(stop.path("taskId").asText()).isEqualTo(task.getId());
        assertThat(local.get("/api/notices?unseen=true").body()).contains(work + " 客户不装了", "请您停止一张工单");
        assertThat(local.get("/api/tasks/" + task.getId() + "/form")
                        .json()
                        .at("/data/stopAsked")
                        .asText())
                .isEqualTo("撤单：停下后工单终止");
        var agreed = answer(task, AGREE);
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "partner-work")).isEqualTo("partnerStopped");
        assertThat(end(opening, "work-order")).isEqualTo("workOrderAbandoned");
        assertThat(awaitSettled(work, "done").path("words").asText()).isEqualTo("客户不装了");
        assertThat(seen(work).path("stage").asText()).isEqualTo("cancelled");
        assertThat(order(opening).message()).isEqualTo("客户不装了");
        assertThat(local.get(ORDERS + work).json().path("stop").isNull()).isTrue();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(work + ":install:1")
                        .count())
                .isZero();
        assertThat(timeline(work))
                .anyMatch(line -> line.contains("要求") && line.contains("停止工单 " + work))
                .anyMatch(line -> line.contains("已停止工单 " + work));
    }

    @Test
    void whatItsPeopleGiveBackIsDispatchedToThemAgainWhenOperationsSaySo() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "recall", "地址写错");
        assertThat(local.get(ORDERS + work).json().at("/stop/kind").asText()).isEqualTo("recall");
        answer(stopTask(work, 1), AGREE);

        var fallout = awaitTask(opening, "resolveFallout");
        assertThat(seen(work).path("stage").asText()).isEqualTo("generated");
        assertThat(engine.getVariables(fallout.getExecutionId())).containsEntry("errorClass", "recalled");
        complete(fallout, Map.of("action", "retry"));

        assertThat(awaitTask(opening, "agreeVisit")).isNotNull();
        assertThat(seen(work).path("generation").asInt()).isEqualTo(2);
        ask(work, "recall", "仍不对");
        assertThat(stopTask(work, 2)).isNotNull();
    }

    @Test
    void whoCannotStopSaysWhyAndMayBeAskedAgain() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "withdraw", "客户改期");
        var task = stopTask(work, 1);

        assertThat(answer(task, Map.of("decision", "refuse")).status()).isEqualTo(400);
        assertThat(answer(task, Map.of("decision", "refuse", "reason", "人员已在途中"))
                        .status())
                .isEqualTo(200);

        assertThat(awaitSettled(work, "refused").path("answer").asText()).isEqualTo("人员已在途中");
        assertThat(awaitTask(opening, "carryOutInstallation")).isNotNull();
        assertThat(seen(work).path("stage").asText()).isEqualTo("executing");
        assertThat(timeline(work)).anyMatch(line -> line.contains("拒绝停止工单 " + work) && line.contains("人员已在途中"));
        assertThat(ask(work, "withdraw", "客户坚持").status()).isEqualTo(200);
        assertThat(stopTask(work, 2)).isNotNull();
    }

    @Test
    void whatIsInstalledWhileItsPeopleAreAskedToStopIsInstalled() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        var asked = stopTask(work, 1);

        var reported = answer(awaitTask(opening, "carryOutInstallation"), installed());
        assertThat(reported.status()).as(reported.body()).isEqualTo(200);

        assertThat(awaitTask(opening, "signOffWorkOrder")).isNotNull();
        awaitSettled(work, "late");
        assertThat(answer(asked, AGREE).status()).isEqualTo(409);
        assertThat(seen(work).path("stage").asText()).isEqualTo("done");
        assertThat(local.get(ORDERS + work).json().path("stop").isNull()).isTrue();
        assertThat(timeline(work)).anyMatch(line -> line.contains("工单 " + work + " 的撤单为时已晚"));
    }

    @Test
    void whatItsPeopleRefuseOrFailMeanwhileIsRefusedOrFailed() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        stopTask(work, 1);

        answer(awaitTask(opening, "carryOutInstallation"), Map.of("result", "failed", "note", "机房断电"));

        assertThat(awaitTask(opening, "resolveFallout")).isNotNull();
        awaitSettled(work, "late");
        assertThat(seen(work).path("stage").asText()).isEqualTo("failed");
    }

    @RepeatedTest(5)
    void ofAnAgreementAndAReportAtOnceOneWins() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        var asked = stopTask(work, 1);
        var installation = awaitTask(opening, "carryOutInstallation");

        var agreeing = CompletableFuture.supplyAsync(() -> answer(asked, AGREE).status());
        var reported = answer(installation, installed()).status();

        assertThat(agreeing.join()).isIn(200, 409);
        if (reported == 200) {
            assertThat(awaitTask(opening, "signOffWorkOrder")).isNotNull();
            awaitSettled(work, "late");
        } else {
            assertThat(reported).isEqualTo(409);
            awaitEnd(opening, "serviceNotOpened");
            awaitSettled(work, "done");
        }
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKeyLike(work + ":%")
                        .taskCandidateGroup("tinglan@nanjing")
                        .count())
                .isZero();
    }

    @Test
    void whoDoesNotAnswerInTimeIsAskedNoLongerAndTheWorkGoesOn() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        var task = stopTask(work, 1);

        overdue(task);

        awaitSettled(work, "unanswered");
        assertThat(awaitTask(opening, "carryOutInstallation")).isNotNull();
        assertThat(local.get(ORDERS + work).json().path("stop").isNull()).isTrue();
        assertThat(timeline(work)).anyMatch(line -> line.contains("没有答复工单 " + work));
        ask(work, "withdraw", "客户坚持");
        answer(stopTask(work, 2), AGREE);
        awaitEnd(opening, "serviceNotOpened");
    }

    /** Injection point: the partner agrees only after its silence about the work itself has become a fallout. */
    @Test
    void whatTheyAgreeToStopAfterTheWorkIsOverdueIsNotDispatchedAgain() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        fire(opening, "installationOverdue");
        assertThat(awaitTask(opening, "resolveFallout")).isNotNull();

        answer(stopTask(work, 1), AGREE);

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "partner-work")).isEqualTo("partnerAnswered");
        assertThat(seen(work).path("stage").asText()).isEqualTo("cancelled");
        assertThat(seen(work).path("generation").asInt()).isOne();
    }

    @Test
    void anotherPartnersPeopleLearnNothingOfIt() {
        var opening = begun();
        var work = workOrder(opening);
        ask(work, "withdraw", "客户不装了");
        var task = stopTask(work, 1);

        assertThat(yanlian.get(ORDERS + work).status()).isEqualTo(404);
        assertThat(yanlian.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", AGREE))
                        .status())
                .isEqualTo(403);
        assertThat(yanlian.get("/api/notices").body()).doesNotContain(work);
        assertThat(Caller.as("operations.suzhou")
                        .post("/api/tasks/" + task.getId() + "/complete", Map.of("data", AGREE))
                        .status())
                .isEqualTo(404);
    }

    private ProcessInstance begun() {
        var opening = open("mobile-mail", "add");
        var data = new HashMap<String, Object>(Map.of("decision", "confirm", "visitHours", "morning"));
        data.put("visitDate", LocalDate.now().plusDays(2).toString());
        complete(awaitTask(opening, "agreeVisit"), data);
        awaitTask(opening, "carryOutInstallation");
        return opening;
    }

    private static Map<String, Object> installed() {
        return Map.of("result", "done", "signature", "王先生");
    }

    private Caller.Answer ask(String work, String action, String reason) {
        return operations.post("/api/work-orders/" + work + "/" + action, Map.of("reason", reason));
    }

    private Caller.Answer answer(Task task, Map<String, Object> data) {
        return local.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
    }

    private Task stopTask(String work, int time) {
        return await().atMost(SOON)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(work + ":withdraw:" + time)
                                .singleResult(),
                        task -> task != null);
    }

    private void overdue(Task task) {
        var job = management
                .createJobQuery()
                .timers()
                .processInstanceId(task.getProcessInstanceId())
                .activityId("stopAnswerOverdue")
                .singleResult();
        asSystem(() -> {
            management.executeJob(job.getId());
            return null;
        });
    }

    private JsonNode seen(String work) {
        return operations.get("/api/work-orders/" + work).json();
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
}
