package esop.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** 业务撤销 (ESOP 6.3.2.1.1.2): a test per end and per way back. */
@EsopTest
class CancellationProcessTests extends CancellationScene {

    @Test
    void whatNoAgreementBindsEndsStraightOn() {
        var adc = has("adc");

        var id = entered(adc);
        awaitState(id, "completed");

        assertThat(times(id, "settlePenalty")).isZero();
        assertThat(endEvents(id)).containsExactlyInAnyOrder("orderOver", "servicesEnded");
        assertThat(held()).doesNotContain(adc.subscription());
        var order = order(page(id).get("orderId").asText());
        assertThat(order.get("category").asText()).isEqualTo("cancellation");
        assertThat(sandbox.ledger(id + ":charge:1")).isEmpty();
        var work = order.at("/serviceOrders/0/workOrders/0/id").asText();
        assertThat(sandbox.applied(work + ":open:1")).isOne();
        assertThat(sandbox.applied(order.at("/serviceOrders/0/id").asText() + ":subscribe:1"))
                .isOne();
        assertThat(timeline(id, "zh-CN"))
                .contains("没有合同约束或已到期，直接办理撤销")
                .allSatisfy(line -> assertThat(line).doesNotContain("{").doesNotContain("}"));
        assertThat(timeline(id, "en")).contains("No agreement binds the customer any more: straight on");
    }

    @Test
    void theCustomerStays() {
        var id = entered(bound("adc"));
        assertThat(state(id)).isEqualTo("retention");

        must(complete(manager, id, Map.of("retention", "stays", "retentionNote", "升级带宽并免一个月")));

        assertThat(state(id)).isEqualTo("retained");
        assertThat(endEvents(id)).containsExactlyInAnyOrder("stays", "customerStayed");
        assertThat(page(id).get("orderId").isNull()).isTrue();
    }

    @Test
    void theCustomerPaysInFullAndTheAgreementEnds() {
        var adc = bound("adc");
        var id = leaves(adc);
        var line = page(id).at("/lines/0/bound");
        assertThat(line.get("monthly").decimalValue()).isEqualByComparingTo("540");
        assertThat(line.get("monthsLeft").asInt()).isEqualTo(6);
        assertThat(line.get("penalty").decimalValue()).isEqualByComparingTo("1620");

        must(settle(id, "pay", null));
        awaitState(id, "completed");

        await().atMost(SOON).until(() -> sandbox.applied(id + ":charge:1") == 1);
        await().atMost(SOON).until(() -> page(id).path("charge").asText().equals("charged"));
        assertThat(page(id).get("charged").decimalValue()).isEqualByComparingTo("1620");
        assertThat(agreementOf(adc).get("ended").asText()).isEqualTo(TODAY.toString());
        await().atMost(SOON).until(() -> sandbox.applied("OP-" + adc.subscription() + ":agreement:1") == 1);
        assertThat(timeline(id, "zh-CN")).contains("客户全额支付违约金 1,620.00 元", "BOSS 已登记违约金 1,620.00 元");
    }

    @Test
    void whatTheCityApprovesIsNotCharged() {
        var id = asksToWaive(620, bound("adc"));
        assertThat(open(manager, id)).isNull();

        must(complete(approver, id, Map.of("approval", "approve")));

        awaitState(id, "completed");
        await().atMost(SOON).until(() -> sandbox.applied(id + ":charge:1") == 1);
        assertThat(page(id).get("charged").decimalValue()).isEqualByComparingTo("1000");
        assertThat(page(id).at("/votes/0/vote").asText()).isEqualTo("approve");
    }

    @Test
    void aRefusalGoesBackAndNeverHoldsACustomerWhoPays() {
        var id = asksToWaive(500, bound("adc"));
        var silent = complete(approver, id, Map.of("approval", "refuse"));
        assertThat(silent.status()).isEqualTo(400);
        assertThat(silent.body()).contains("不同意请说明原因");

        must(complete(approver, id, Map.of("approval", "refuse", "opinion", "首年成本未收回")));
        assertThat(state(id)).isEqualTo("settlement");
        assertThat(times(id, "showSettlement")).isEqualTo(2);

        must(settle(id, "pay", null));
        awaitState(id, "completed");
        assertThat(times(id, "approveWaiver")).isEqualTo(2);
        assertThat(page(id).get("charged").decimalValue()).isEqualByComparingTo("1620");
    }

    @Test
    void aRefusalMayBeAnsweredWithASmallerWaiver() {
        var id = asksToWaive(800, bound("adc"));
        must(complete(approver, id, Map.of("approval", "refuse", "opinion", "最多三百")));

        must(settle(id, "waive", 300.0));
        must(complete(approver, id, Map.of("approval", "approve")));

        awaitState(id, "completed");
        assertThat(page(id).get("charged").decimalValue()).isEqualByComparingTo("1320");
        assertThat(page(id).get("votes").findValuesAsText("round")).containsExactly("1", "2");
    }

    @Test
    void moreThanHalfIsForTheProvinceToo() {
        var id = asksToWaive(1620, bound("adc"));
        must(complete(approver, id, Map.of("approval", "approve")));
        assertThat(state(id)).isEqualTo("approval");

        must(complete(province, id, Map.of("approval", "approve")));

        awaitState(id, "completed");
        assertThat(page(id).get("votes").findValuesAsText("level")).containsExactly("city", "province");
        assertThat(page(id).get("due").decimalValue()).isZero();
        assertThat(sandbox.ledger(id + ":charge:1")).isEmpty();
    }

    @Test
    void moreThanIsOwedCannotBeWaived() {
        var id = leaves(bound("adc"));

        var refused = settle(id, "waive", 1620.01);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("waived");
        assertThat(refused.body()).contains("减免不得超过违约金 1620.00 元");
        assertThat(state(id)).isEqualTo("settlement");
    }

    @Test
    void theManagerWithdrawsAfterARefusal() {
        var id = asksToWaive(500, bound("adc"));
        must(complete(approver, id, Map.of("approval", "refuse", "opinion", "不符合减免条件")));

        must(settle(id, "withdraw", null));

        assertThat(state(id)).isEqualTo("withdrawn");
        assertThat(endEvents(id)).contains("withdrawn", "cancellationGivenUp");
    }

    @Test
    void theCustomerWithdrawsWhileApprovalIsOpen() {
        var adc = bound("adc");
        var id = asksToWaive(500, adc);
        var waiting = task(approver, id).get("id").asText();

        must(manager.post("/api/cancellations/" + id + "/withdraw", Map.of("reason", "客户改主意了")));

        assertThat(state(id)).isEqualTo("withdrawn");
        assertThat(endEvents(id)).contains("cancellationWithdrawn");
        assertThat(approver.post("/api/tasks/" + waiting + "/complete", Map.of("data", Map.of("approval", "approve")))
                        .status())
                .isIn(404, 409, 410);
        assertThat(manager.post("/api/cancellations/" + id + "/withdraw", Map.of("reason", "再撤一次"))
                        .status())
                .isEqualTo(409);
        assertThat(enter(adc).status()).isEqualTo(201);
    }

    @Test
    void anAgreementThatChangesMeanwhileIsAssessedAgain() {
        var adc = bound("adc");
        var id = asksToWaive(500, adc);
        var terms = "/api/opportunities/OP-" + adc.subscription() + "/agreement/terms";
        var lower = Map.of("penaltyShare", new BigDecimal("0.2"), "revision", 1);
        assertThat(manager.put(terms, lower).status())
                .as("who would have to ask for a waiver")
                .isEqualTo(403);
        var changed = Caller.as("manager.nanjing").put(terms, lower);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        must(complete(approver, id, Map.of("approval", "approve")));

        assertThat(state(id)).isEqualTo("settlement");
        assertThat(times(id, "assessPenalty")).isEqualTo(2);
        assertThat(times(id, "retainCustomer")).isOne();
        assertThat(page(id).get("penalty").decimalValue()).isEqualByComparingTo("648");
        assertThat(page(id).get("waived").decimalValue()).isZero();
        must(settle(id, "pay", null));
        awaitState(id, "completed");
        assertThat(page(id).get("charged").decimalValue()).isEqualByComparingTo("648");
    }

    @Test
    void withNothingToPayNothingIsSettled() {
        var adc = has("adc");
        agreement(adc, BigDecimal.ZERO);
        var id = entered(adc);

        must(complete(manager, id, Map.of("retention", "leaves", "retentionNote", "客户关停门店")));

        awaitState(id, "completed");
        assertThat(times(id, "showSettlement")).isZero();
        assertThat(sandbox.ledger(id + ":charge:1")).isEmpty();
    }

    @Test
    void whatCouldNotBeEndedIsNotCharged() {
        var vpmn = has("vpmn");
        sandbox.breaks("boss", "refuse", Map.of());
        var id = entered(vpmn);
        giveUp(id);

        awaitState(id, "failed");

        assertThat(endEvents(id)).contains("nothingEnded");
        assertThat(held()).contains(vpmn.subscription());
    }

    @Test
    void ofWhatEndsInPartThatPartIsCharged() {
        var adc = bound("adc");
        var vpmn = has("vpmn");
        var id = leaves(adc, vpmn);
        sandbox.breaks("boss", "refuse", Map.of("operation", "service.patch"));
        must(settle(id, "pay", null));
        giveUp(id);

        awaitState(id, "partial");

        assertThat(endEvents(id)).contains("servicesEndedInPart");
        assertThat(page(id).at("/lines/0/ended").asBoolean()).isTrue();
        assertThat(page(id).at("/lines/1/ended").asBoolean()).isFalse();
        assertThat(page(id).get("charged").decimalValue()).isEqualByComparingTo("1620");
        assertThat(held()).contains(vpmn.subscription()).doesNotContain(adc.subscription());
    }

    @Test
    void anOrderThatTakesLongIsLookedAtAndOneThatIsOverIsNoticed() {
        sandbox.behaves("platform", Map.of("manual", false));
        var adc = has("adc");
        sandbox.behaves("platform", Map.of("manual", true));
        var id = entered(adc);
        assertThat(state(id)).isEqualTo("ordered");

        lookNow(id);
        await().atMost(SOON).until(() -> times(id, "toAwaitOrder") == 2);

        asSystem(() -> jdbc.sql("UPDATE ordering.product_order SET state = 'cancelled' WHERE id = :id")
                .param("id", page(id).get("orderId").asText())
                .update());
        lookNow(id);
        awaitState(id, "failed");
        assertThat(endEvents(id)).contains("orderOver", "nothingEnded");
    }

    @Test
    void nobodyApprovesTheirOwn() {
        var id = asksToWaive(500, bound("adc"));
        var asked = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .processDefinitionKey(CancellationProcess.APPROVAL_PROCESS)
                .singleResult();
        engine.setVariable(asked.getId(), CancellationProcess.SUBMITTED_BY, "approver.nanjing");

        var refused = complete(approver, id, Map.of("approval", "approve"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("不能审批自己提出的减免");
        assertThat(state(id)).isEqualTo("approval");
    }

    @Test
    void norGivesTwoLevelsOrTheirOwnByStandingIn() {
        var id = asksToWaive(1620, bound("adc"));
        var city = task(approver, id).get("id").asText();
        try {
            standsIn("approver.nanjing", "account-manager.nanjing");
            assertThat(refused(manager.post("/api/tasks/" + city + "/claim", Map.of())))
                    .contains("发起或办理过");
            jdbc.sql("DELETE FROM workflow.absence").update();

            standsIn("approver.nanjing", "hall.nanjing");
            standsIn("manager", "hall.nanjing");
            var hall = Caller.as("hall.nanjing").with("Accept-Language", "zh-CN");
            must(hall.post("/api/tasks/" + city + "/complete", Map.of("data", Map.of("approval", "approve"))));
            var next = task(province, id).get("id").asText();
            assertThat(refused(hall.post("/api/tasks/" + next + "/claim", Map.of())))
                    .contains("发起或办理过");
        } finally {
            jdbc.sql("DELETE FROM workflow.absence").update();
        }
    }

    @Test
    void whoeverGaveOneLevelInAnothersNameGivesNoOtherInTheirOwn() {
        var id = asksToWaive(1620, bound("adc"));
        var city = task(approver, id).get("id").asText();
        var inTheCity = Caller.as("manager.nanjing").with("Accept-Language", "zh-CN");
        try {
            standsIn("approver.nanjing", "manager");
            must(province.post("/api/tasks/" + city + "/complete", Map.of("data", Map.of("approval", "approve"))));

            var next = task(inTheCity, id).get("id").asText();
            assertThat(open(province, id)).as("not offered").isNull();
            assertThat(refused(province.post("/api/tasks/" + next + "/claim", Map.of())))
                    .contains("另一级审批过");
            assertThat(refused(province.post(
                            "/api/tasks/" + next + "/complete", Map.of("data", Map.of("approval", "approve")))))
                    .contains("另一级审批过");
            assertThat(refused(inTheCity.post("/api/tasks/" + next + "/assign", Map.of("to", "manager"))))
                    .as("nor given")
                    .contains("另一级审批过");
            assertThat(inTheCity.get("/api/tasks/" + next + "/people").json().findValuesAsText("id"))
                    .doesNotContain("manager");
            var claim = StreamSupport.stream(
                            province.get("/api/tasks/" + next + "/actions")
                                    .json()
                                    .spliterator(),
                            false)
                    .filter(action -> action.get("action").asText().equals("claim"))
                    .findFirst()
                    .orElseThrow();
            assertThat(claim.get("allowed").asBoolean()).isFalse();
            assertThat(claim.get("reason").asText()).contains("另一级审批过");
        } finally {
            jdbc.sql("DELETE FROM workflow.absence").update();
        }
    }

    @Test
    void whatWasSaidOfACustomerIsTakenBackThoughTheNextStepIsGivenToTheSamePerson() {
        var id = entered(bound("adc"));
        var retention = task(manager, id).get("id").asText();
        must(complete(manager, id, Map.of("retention", "leaves", "retentionNote", "客户仍要走")));
        assertThat(task(manager, id).get("assignee").asText()).isEqualTo("account-manager.nanjing");

        must(takeBack(retention));

        assertThat(state(id)).isEqualTo("retention");
        must(complete(manager, id, Map.of("retention", "stays", "retentionNote", "客户改了主意")));
        assertThat(state(id)).isEqualTo("retained");
    }

    @Test
    void aProposalIsTakenBackBeforeAnybodyLooksAtItAndWhatWasApprovedIsNot() {
        var id = leaves(bound("adc"));
        var proposal = task(manager, id).get("id").asText();
        must(settle(id, "waive", 620.0));

        must(takeBack(proposal));

        assertThat(state(id)).isEqualTo("settlement");
        must(settle(id, "waive", 1620.0));
        var approval = task(approver, id).get("id").asText();
        must(complete(approver, id, Map.of("approval", "approve")));
        assertThat(refused(approver.post("/api/tasks/" + approval + "/take-back", Map.of("reason", "看错金额"))))
                .contains("已登记");
        must(complete(province, id, Map.of("approval", "approve")));
        awaitState(id, "completed");
        assertThat(page(id).get("waived").decimalValue()).isEqualByComparingTo("1620");
    }

    private Caller.Answer takeBack(String task) {
        return manager.post("/api/tasks/" + task + "/take-back", Map.of("reason", "写错了"));
    }

    private static String refused(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        return answer.body();
    }

    private static void standsIn(String person, String who) {
        var entered = Caller.as(person)
                .post(
                        "/api/substitutions",
                        Map.of("substitute", who, "firstDay", TODAY.toString(), "lastDay", TODAY.toString()));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    }

    private void lookNow(String id) {
        var timer = await().atMost(SOON)
                .until(
                        () -> management.createJobQuery().timers().activityId("orderTakesLong").list().stream()
                                .filter(job -> history.createHistoricProcessInstanceQuery()
                                                .processInstanceId(job.getProcessInstanceId())
                                                .processInstanceBusinessKey(id)
                                                .count()
                                        == 1)
                                .findFirst(),
                        java.util.Optional::isPresent);
        asSystem(() -> {
            management.executeJob(timer.get().getId());
            return true;
        });
    }

    private void giveUp(String id) {
        var order =
                await().atMost(SOON).until(() -> page(id).path("orderId").asText(""), text -> text.startsWith("PO"));
        complete(operations, order, Map.of("action", "abort", "note", "客户端口仍在用，本次不拆"));
    }
}
