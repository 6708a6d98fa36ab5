package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EsopTest
class OpportunityProcessTests extends OpportunityScene {

    @Test
    @Walks({
        "opportunity/opportunityConverted",
        "opportunity-dispatch/opportunityTaken",
        "opportunity-stage/stageEnded",
        "opportunity-stage/whatNextToApprove",
        "opportunity-stage/approveToStageToWork",
        "opportunity-approval/approvalEnded"
    })
    void fromItsCreationOverFiveStagesToAnOrderThatCarriesEverything() {
        var id = atOrder();
        know(id, Map.of("orderNote", "请在周末施工"));

        advance(id);

        assertThat(endEvents(id)).containsExactly("opportunityConverted");
        var converted = page(id);
        assertThat(converted.get("state").asText()).isEqualTo("converted");
        var order =
                manager.get("/api/orders/" + converted.get("orderId").asText()).json();
        assertThat(order.at("/customer/id").asText()).isEqualTo(NANJING);
        assertThat(order.at("/items/0/offeringId").asText()).isEqualTo("vpmn");
        assertThat(order.at("/items/0/quantity").asInt()).isEqualTo(2);
        assertThat(order.at("/note").asText()).isEqualTo("请在周末施工");
        assertThat(order.at("/contactId").asText()).isEqualTo(id);
        assertThat(converted.at("/agreement/inForce").asBoolean()).isTrue();
        assertThat(timeline(id, "zh-CN"))
                .contains("录入泊云物流有限公司的商机，来源：客户经理", "进入阶段：商机发掘", "解决方案审批通过")
                .allSatisfy(line -> assertThat(line).doesNotContain("{").doesNotContain("}"));
        assertThat(timeline(id, "en")).contains("Stage begun: discovery", "solution approved");
        await().atMost(SOON).until(() -> page(id).at("/mirror/stage").asText().equals("converted"));
        assertThat(sandbox.applied(id + ":mirror-discovery:1")).isEqualTo(1);
        assertThat(sandbox.applied(id + ":mirror-converted:1")).isEqualTo(1);
        await().atMost(SOON).until(() -> sandbox.applied(id + ":agreement:1") == 1);
    }

    @Test
    void withoutWhatTheGateWantsItStaysAndWhatIsMissingIsNamed() {
        var id = mine();

        var refused = act(manager, id, "advance", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("customerWilling", "budget", "timeWish", "ownResources");
        assertThat(refused.body()).contains("客户购买意愿未确认");
        assertThat(stage(id)).isEqualTo("discovery");
        assertThat(page(id).at("/missing").findValuesAsText("field")).contains("budget");
    }

    @Test
    void whatIsMissingIsNamedInTheInboxTooAndTheFormGoesOnFromThere() {
        var id = mine();

        var refused = complete(manager, id, Map.of("action", "advance", "customerWilling", true, "budget", "planned"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("timeWish", "ownResources");

        must(complete(
                manager,
                id,
                Map.of(
                        "action", "advance",
                        "customerWilling", true,
                        "budget", "planned",
                        "timeWish", "春节前",
                        "ownResources", "partly")));
        assertThat(stage(id)).isEqualTo("requirement");
        assertThat(page(id).at("/facts/timeWish").asText()).isEqualTo("春节前");
    }

    @Test
    @Walks("opportunity/requirementConfirmedToDiscover")
    void aRequirementGoesBackToDiscovery() {
        var id = atRequirement();
        must(act(manager, id, "return", Map.of("reason", "预算被取消")));
        assertThat(stage(id)).isEqualTo("discovery");
        assertThat(times(id, "discover")).isEqualTo(2);
        assertThat(timeline(id, "zh-CN")).contains("由需求确认退回：预算被取消");
    }

    @Test
    void aStageThatIsDoneIsNotTakenBackAndWhoCanReturnItIsSaid() {
        var id = mine();
        var done = "/api/tasks/" + task(manager, id).get("id").asText();
        must(complete(manager, id, with("action", "advance", discovered())));
        var next = task(manager, id).get("id").asText();

        var refused = manager.with("Accept-Language", "zh-CN").post(done + "/take-back", Map.of("reason", "预算填错"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText()).contains("周以宁 在“确认需求”的表单中退回");
        assertThat(refused.json().get("nextTask").asText()).isEqualTo(next);
        must(complete(manager, id, Map.of("action", "return", "reason", "预算填错")));
        assertThat(stage(id)).isEqualTo("discovery");
    }

    private static Map<String, Object> with(String key, Object value, Map<String, Object> more) {
        var all = new HashMap<>(more);
        all.put(key, value);
        return all;
    }

    @Test
    @Walks("opportunity/solutionAcceptedToConfirmRequirement")
    void aSolutionGoesBackToTheRequirement() {
        var id = atSolution();
        must(act(manager, id, "return", Map.of("reason", "需求变了")));
        assertThat(stage(id)).isEqualTo("requirement");
        assertThat(times(id, "confirmRequirement")).isEqualTo(2);
    }

    @Test
    @Walks("opportunity/contractSignedToDesignSolution")
    void aContractGoesBackToTheSolution() {
        var id = atContract();
        must(act(manager, id, "return", Map.of("reason", "客户要重新议价")));
        assertThat(stage(id)).isEqualTo("solution");
        assertThat(times(id, "designSolution")).isEqualTo(2);
    }

    @Test
    @Walks("opportunity/orderReadyToSignContract")
    void anOrderGoesBackToTheContract() {
        var id = atOrder();
        must(act(manager, id, "return", Map.of("reason", "合同有误")));
        assertThat(stage(id)).isEqualTo("contract");
        assertThat(times(id, "signContract")).isEqualTo(2);
    }

    @Test
    void aReturnWithoutAReasonIsRefused() {
        var id = atRequirement();
        var refused = act(manager, id, "return", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("reason");
        assertThat(stage(id)).isEqualTo("requirement");
    }

    @Test
    @Walks({"opportunity/discoveredToDispatchAgain", "opportunity/dispatchAgainToDiscover"})
    void discoveryGoesBackToBeDispatchedToSomebodyElse() {
        var id = mine();
        must(act(manager, id, "return", Map.of("reason", "不属于我的片区")));

        var waiting = page(id);
        assertThat(waiting.get("state").asText()).isEqualTo("new");
        assertThat(waiting.get("owner").asText()).isNotEqualTo("account-manager.nanjing");
        assertThat(times(id, "dispatchAgain")).isEqualTo(1);

        must(complete(Caller.as(waiting.get("owner").asText()), id, Map.of("reply", "take")));
        assertThat(stage(id)).isEqualTo("discovery");
    }

    @Test
    @Walks("opportunity/opportunityUnsigned")
    void anUnsignedContractEndsInTermination() {
        var id = atContract();
        must(act(manager, id, "unsigned", Map.of("reason", "客户选择了对手")));

        assertThat(endEvents(id)).containsExactly("opportunityUnsigned");
        assertThat(state(id)).isEqualTo("terminated");
        assertThat(page(id).get("reason").asText()).isEqualTo("客户选择了对手");
    }

    @Test
    @Walks("opportunity/opportunityTerminated")
    void itIsTerminatedAtAnyTimeAndItsTaskIsGone() {
        var id = atRequirement();
        must(manager.post("/api/opportunities/" + id + "/terminate", Map.of("reason", "项目取消")));

        assertThat(endEvents(id)).containsExactly("opportunityTerminated");
        assertThat(state(id)).isEqualTo("terminated");
        assertThat(open(manager, id)).isNull();
        for (var action : List.of("advance", "return", "unsigned", "collaborate")) {
            assertThat(act(manager, id, action, Map.of("reason", "已结束")).status())
                    .as(action)
                    .isEqualTo(409);
        }
    }

    @Test
    void itIsTerminatedWhileAnApprovalIsOpen() {
        var id = atContract();
        agree(id, "2026-12-01", "2027-12-01");
        must(act(manager, id, "submit", Map.of()));
        var approver = Caller.as("approver.nanjing");
        var task = task(approver, id).get("id").asText();

        must(manager.post("/api/opportunities/" + id + "/terminate", Map.of("reason", "客户倒闭")));

        assertThat(endEvents(id)).containsExactly("opportunityTerminated");
        assertThat(approver.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("approval", "approve")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatTheHotlineHearsGoesToTheCustomersManagerWhoTakesIt() {
        var id = entered(hotline, Map.of("customerId", NANJING, "name", "咨询集团彩铃", "expectedRevenue", 30_000));
        var dispatched = page(id);
        assertThat(dispatched.get("owner").asText()).isEqualTo("account-manager.nanjing");
        assertThat(dispatched.get("rule").asText()).isEqualTo("派给该客户的客户经理");
        assertThat(dispatched.get("source").asText()).isEqualTo("hotline");
        for (var action : List.of("advance", "return")) {
            assertThat(act(manager, id, action, Map.of("reason", "尚未接收")).status())
                    .as(action)
                    .isEqualTo(409);
        }

        must(complete(manager, id, Map.of("reply", "take")));

        assertThat(stage(id)).isEqualTo("discovery");
        assertThat(timeline(id, "zh-CN")).contains("派发给周以宁：派给该客户的客户经理", "接收商机");
    }

    @Test
    @Walks("opportunity-dispatch/takenToChooseReceiver")
    void whatIsReturnedAgainAndAgainComesToTheAdministrator() {
        var id = entered(hotline, Map.of("customerId", NANJING, "name", "咨询短号", "expectedRevenue", 30_000));
        assertThat(complete(manager, id, Map.of("reply", "return")).status()).isEqualTo(400);
        must(complete(manager, id, Map.of("reply", "return", "reason", "不在服务范围")));
        var second = page(id).get("owner").asText();
        assertThat(second).isNotEqualTo("account-manager.nanjing");
        must(complete(Caller.as(second), id, Map.of("reply", "return", "reason", "太忙")));

        var waiting = page(id);
        assertThat(waiting.path("owner").isNull()).isTrue();
        assertThat(waiting.get("waitsAt").asText()).isEqualTo("dispatch");
        assertThat(timeline(id, "zh-CN")).contains("转商机管理员人工派发：已退回多次，转人工派发");
        assertThat(complete(admin, id, Map.of("receiver", "person:nobody")).status())
                .isEqualTo(400);
        must(complete(admin, id, Map.of("receiver", "group:tele-manager")));
        var tele = Caller.as("tele-manager.nanjing");
        must(complete(tele, id, Map.of("reply", "take")));
        assertThat(page(id).get("owner").asText()).isEqualTo("tele-manager.nanjing");
        assertThat(page(id).get("executing").asText()).isEqualTo("tele-manager");
    }

    @Test
    @Walks({"opportunity-dispatch/notTakenToRecordSilence", "opportunity-dispatch/recordSilenceToChooseReceiver"})
    void whoeverDoesNotTakeItInTimeLosesIt() {
        var id = entered(hotline, Map.of("customerId", NANJING, "name", "咨询云桌面", "expectedRevenue", 30_000));
        fireTimer(id, "notTaken");
        assertThat(page(id).get("owner").asText()).isNotEqualTo("account-manager.nanjing");
        assertThat(timeline(id, "zh-CN")).contains("周以宁逾期未接收");
    }

    @Test
    @Walks("opportunity-dispatch/customerKnownToMatchCustomer")
    void aLeadOfAnUnknownCustomerIsKeptAndMatchedByHand() {
        var id = entered(
                hotline,
                Map.of("customerName", "未建档贸易公司", "city", "nanjing", "name", "想开专线", "expectedRevenue", 60_000));
        assertThat(page(id).get("customerId").isNull()).isTrue();
        assertThat(complete(admin, id, Map.of("match", "known", "matchedCustomer", "C320200001"))
                        .status())
                .isEqualTo(400);
        must(complete(admin, id, Map.of("match", "known", "matchedCustomer", NANJING)));
        assertThat(page(id).get("customerName").asText()).isEqualTo("泊云物流有限公司");
        assertThat(page(id).get("owner").asText()).isEqualTo("account-manager.nanjing");
    }

    @Test
    void aProspectIsWorkedOnWithoutBeingFiled() {
        var id = entered(
                hotline,
                Map.of("customerName", "筹备中的商场", "city", "nanjing", "name", "商场覆盖", "expectedRevenue", 60_000));
        must(complete(admin, id, Map.of("match", "prospect")));
        assertThat(page(id).get("owner").asText()).startsWith("account-manager");
    }

    @Test
    @Walks({
        "opportunity-assist/stepReturned",
        "opportunity-stage/whatNextToCollaborate",
        "opportunity-stage/collaborateToStageToWork"
    })
    void aStepGoesToOtherChannelsAndComesBackEachTime() {
        var id = atRequirement();
        assertThat(act(manager, id, "collaborate", Map.of("channel", "nobody", "ask", "x"))
                        .status())
                .isEqualTo(422);
        for (var round : List.of("查线路资源", "再查一次")) {
            must(act(manager, id, "collaborate", Map.of("channel", "operations", "ask", round)));
            assertThat(page(id).get("collaborating").asText()).isEqualTo("operations@nanjing");
            assertThat(act(manager, id, "advance", Map.of()).status()).isEqualTo(409);
            must(complete(Caller.as("operations.nanjing"), id, Map.of("assistDone", "已办：" + round)));
        }

        assertThat(stage(id)).isEqualTo("requirement");
        var collaborations = page(id).get("collaborations");
        assertThat(collaborations.findValuesAsText("done")).containsExactly("已办：查线路资源", "已办：再查一次");
        assertThat(collaborations.findValuesAsText("endedByName")).containsExactly("孟行远", "孟行远");
        assertThat(open(manager, id)).isNotNull();
    }

    @Test
    @Walks("opportunity-assist/stepTakenBack")
    void aStepThatNobodyHelpsWithIsTakenBack() {
        var id = atRequirement();
        must(act(manager, id, "collaborate", Map.of("channel", "operations", "ask", "查资源")));
        fireTimer(id, "assistOverdue");
        assertThat(page(id).get("waitsAt").asText()).isEqualTo("stage");
        assertThat(timeline(id, "zh-CN")).contains("业务运营逾期未办，环节收回");
    }

    @Test
    void aSmallDealTakesItsFirstThreeStagesInOne() {
        var id = entered(
                manager,
                Map.of("customerId", NANJING, "name", "两个短号", "expectedRevenue", 500, "offeringIds", List.of("vpmn")));
        assertThat(page(id).get("quick").asBoolean()).isTrue();
        var refused = act(manager, id, "advance", Map.of());
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .contains("budget", "needClear", "decisionMakerAccepts", "solutionApproval");
        know(id, discovered());
        know(id, confirmed());
        know(id, designed());
        propose(id, "vpmn", 0);
        must(act(manager, id, "submit", Map.of()));
        advance(id);
        assertThat(stage(id)).isEqualTo("contract");
    }

    @Test
    @Walks("opportunity/smallDealSettledToDispatchAgain")
    void aSmallDealIsReturnedForDispatch() {
        var id = entered(
                manager,
                Map.of("customerId", NANJING, "name", "三个短号", "expectedRevenue", 500, "offeringIds", List.of("vpmn")));
        must(act(manager, id, "return", Map.of("reason", "转电话经理")));
        assertThat(times(id, "dispatchAgain")).isEqualTo(1);
    }

    @Test
    @Walks("opportunity-approval/moreLevelsToApproveSubmission")
    void aDiscountIsApprovedByItsLevelsAndNobodyApprovesTheirOwn() {
        var id = atSolution();
        know(id, designed());
        propose(id, "leased-line", 35);
        assertThat(act(admin, id, "submit", Map.of()).status()).isEqualTo(403);
        must(act(manager, id, "submit", Map.of()));
        assertThat(page(id).at("/approvals").findValuesAsText("level")).containsExactly("city", "province");
        assertThat(propose(id, "vpmn", 0).status()).isEqualTo(409);
        DataScope.asSystem(() -> engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .processDefinitionKey("opportunity-approval")
                .list()
                .forEach(approval -> engine.setVariable(approval.getId(), "submittedBy", "approver.nanjing")));
        assertThat(complete(Caller.as("approver.nanjing"), id, Map.of("approval", "approve"))
                        .body())
                .contains("不能审批自己提交的内容");
        vote(id, Caller.as("approver2.nanjing"), Map.of("approval", "approve"));
        assertThat(complete(Caller.as("manager.nanjing"), id, Map.of("approval", "approve"))
                        .status())
                .isEqualTo(400);
        vote(id, Caller.as("manager"), Map.of("approval", "approve"));
        assertThat(page(id).at("/solution/state").asText()).isEqualTo("approved");
        assertThat(open(manager, id)).isNotNull();
    }

    @Test
    void whoeverApprovesALevelInAnothersNameApprovesNoOther() {
        var id = atSolution();
        know(id, designed());
        propose(id, "leased-line", 35);
        must(act(manager, id, "submit", Map.of()));
        var province = Caller.as("manager").with("Accept-Language", "zh-CN");
        var approver = Caller.as("approver.nanjing");
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        try {
            var absent = Map.of("substitute", "manager", "firstDay", today, "lastDay", today);
            assertThat(approver.post("/api/substitutions", absent).status()).isEqualTo(201);
            var city = "/api/tasks/" + task(approver, id).get("id").asText();
            must(province.post(city + "/complete", Map.of("data", Map.of("approval", "approve"))));

            var next = "/api/tasks/"
                    + task(Caller.as("manager.nanjing"), id).get("id").asText();
            assertThat(open(province, id)).as("not offered").isNull();
            var refused = province.post(next + "/complete", Map.of("data", Map.of("approval", "approve")));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("另一级审批过");
        } finally {
            DataScope.asSystem(() -> jdbc.sql("DELETE FROM workflow.absence").update());
        }
    }

    @Test
    void whyATaskCameToSomebodyIsTheRowThatSaidSo() {
        var id = atSolution();
        var own = reasons(manager, id);
        assertThat(own).contains("opportunity-receiver", "due-time");

        know(id, designed());
        propose(id, "leased-line", 15);
        must(act(manager, id, "submit", Map.of()));
        assertThat(reasons(Caller.as("approver.nanjing"), id)).contains("opportunity-approvers", "due-time");
    }

    private List<String> reasons(Caller who, String id) {
        return who.get("/api/tasks/" + task(who, id).get("id").asText() + "/why")
                .json()
                .findValuesAsText("decision");
    }

    @Test
    void aRefusedSolutionComesBackWithTheOpinion() {
        var id = atSolution();
        know(id, designed());
        propose(id, "leased-line", 15);
        must(act(manager, id, "submit", Map.of()));
        assertThat(complete(Caller.as("approver.nanjing"), id, Map.of("approval", "refuse"))
                        .status())
                .isEqualTo(400);
        vote(id, Caller.as("approver.nanjing"), Map.of("approval", "refuse", "opinion", "折扣过大"));

        assertThat(page(id).at("/solution/state").asText()).isEqualTo("refused");
        assertThat(timeline(id, "zh-CN")).contains("地市不同意解决方案：折扣过大");
        assertThat(act(manager, id, "advance", Map.of()).json().at("/errors").findValuesAsText("field"))
                .containsExactly("solutionApproval");
        propose(id, "leased-line", 0);
        assertThat(page(id).at("/solution/state").asText()).isEqualTo("draft");
    }

    @Test
    void aDownCrmStopsNobodyAndCatchesUpInOrder() {
        sandbox.breaks("crm", "error500", Map.of("times", 1_000));
        var id = atRequirement();
        assertThat(stage(id)).isEqualTo("requirement");
        sandbox.heal();

        await().atMost(SOON.multipliedBy(3))
                .until(() -> page(id).at("/mirror/stage").asText().equals("requirement"));
        assertThat(sandbox.applied(id + ":mirror-discovery:1")).isEqualTo(1);
        assertThat(sandbox.applied(id + ":mirror-requirement:1")).isEqualTo(1);
    }
}
