package esop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.EsopTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EsopTest
class IntakeProcessTests extends IntakeScene {

    @Test
    void whatTheContactChannelCanDoItDoesWhileItSpeaks() {
        var wish = wish("enquiry", "leased-line");
        wish.put("outcome", "answered");
        wish.put("result", "已告知资费与开通时间");

        var id = entered(hotline, wish);

        assertThat(endEvents(id)).containsExactly("intakeHandled");
        var handled = page(id);
        assertThat(handled.get("state").asText()).isEqualTo("handled");
        assertThat(handled.get("outcome").asText()).isEqualTo("answered");
        assertThat(handled.at("/rule/text").asText()).isEqualTo("一般咨询由接触渠道当场答复");
        assertThat(times(id, "preAccept")).isZero();
        assertThat(sandbox.arrivals(id)).isEmpty();
        assertThat(timeline(id, "zh-CN")).contains("热线受理泊云物流有限公司：咨询", "办结：已答复：已告知资费与开通时间");
    }

    @Test
    void whatItCannotDoIsPreAcceptedToldToTheCustomerAndHandledElsewhere() {
        var id = atTheManager();

        var handedOver = page(id);
        assertThat(handedOver.get("state").asText()).isEqualTo("preAccepted");
        assertThat(handedOver.get("contact").asText()).isEqualTo("hotline");
        assertThat(handedOver.get("holderName").asText()).isEqualTo("周以宁");
        assertThat(handedOver.get("due").asText()).isNotEmpty();
        assertThat(open(manager, id)).isNotNull();
        assertThat(open(hotline, id)).isNull();
        await().atMost(SOON).until(() -> !page(id).get("told").isNull());
        assertThat(sandbox.applied(id + ":notify-pre-intake:1")).isEqualTo(1);

        must(complete(manager, id, Map.of("action", "handle", "outcome", "answered", "result", "已上门说明，客户下月再定")));

        assertThat(endEvents(id)).containsExactly("intakeHandled");
        await().atMost(SOON).until(() -> sandbox.applied(id + ":notify-handled:1") == 1);
        assertThat(sandbox.arrivals(id)).containsExactly(id + ":notify-pre-intake:1", id + ":notify-handled:1");
        assertThat(timeline(id, "zh-CN"))
                .contains("由客户经理办理：由该客户的客户经理办理", "预受理，流转至客户经理")
                .allSatisfy(line -> assertThat(line).doesNotContain("{").doesNotContain("}"));
        assertThat(timeline(id, "en"))
                .contains("Pre-accepted, handed over to account manager")
                .allSatisfy(line -> assertThat(line).doesNotContain("{"));
    }

    @Test
    void itsTaskIsFoundByTheCustomersWords() {
        var wish = wish("new-order", "leased-line");
        wish.put("need", "顶楼机房要一条专线，门牌 " + UUID.randomUUID());
        var id = entered(hotline, wish);
        await().atMost(SOON).until(() -> open(manager, id) != null);

        var words = wish.get("need").toString().split(" ")[1];
        assertThat(manager.get("/api/tasks?view=all&q=" + words).json().findValuesAsText("businessKey"))
                .containsExactly(id);
    }

    @Test
    void theCustomersChoiceOverrulesWhereTheRuleLetsIt() {
        var wish = wish("new-order", "leased-line");
        wish.put("channel", "hall");
        var id = entered(hotline, wish);
        assertThat(page(id).get("handling").asText()).isEqualTo("hall");
        assertThat(page(id).get("choice").asText()).isEqualTo("hall");
        assertThat(timeline(id, "zh-CN")).contains("客户选择由营业厅办理");
        assertThat(open(hall, id)).isNotNull();

        var ending = wish("cancellation", "leased-line");
        ending.put("channel", "hall");
        var refused = hotline.post("/api/intakes", ending);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("channel");
        assertThat(refused.body()).contains("业务撤销涉及合同");
    }

    @Test
    void whatIsReturnedIsSettledByTheContactChannelAndThenByOperations() {
        var id = atTheManager();
        assertThat(act(manager, id, "return", Map.of()).status()).isEqualTo(422);

        must(act(manager, id, "return", Map.of("reason", "客户要求线上办理")));

        var returned = page(id);
        assertThat(returned.get("waitsAt").asText()).isEqualTo("contact");
        assertThat(returned.get("returns").asInt()).isEqualTo(1);
        assertThat(times(id, "chooseChannel")).isEqualTo(2);
        assertThat(timeline(id, "zh-CN")).contains("客户经理退回：客户要求线上办理");

        must(act(hotline, id, "pass", Map.of("channel", "tele-manager", "reason", "客户同意电话办理")));
        assertThat(page(id).get("handling").asText()).isEqualTo("tele-manager");
        assertThat(times(id, "preAccept")).isEqualTo(2);
        await().atMost(SOON).until(() -> sandbox.applied(id + ":notify-pre-intake:2") == 1);

        must(act(tele, id, "return", Map.of("reason", "需要现场查勘")));
        assertThat(page(id).get("handling").asText()).isEqualTo("operations");
        assertThat(actions(operations, id)).contains("handle", "pass").doesNotContain("return");
        assertThat(act(operations, id, "return", Map.of("reason", "再退一次")).status())
                .isEqualTo(422);

        must(act(operations, id, "pass", Map.of("channel", "hall", "reason", "就近查勘")));
        assertThat(act(hall, id, "return", Map.of("reason", "也办不了")).body()).contains("不能再退回");
        must(act(hall, id, "handle", Map.of("outcome", "impossible", "result", "楼内无管道，客户理解")));
        assertThat(endEvents(id)).containsExactly("intakeHandled");
        assertThat(sandbox.applied(id + ":notify-pre-intake:1")).isEqualTo(1);
    }

    @Test
    void theContactChannelTakesItBackButNotForEver() {
        var id = atTheManager();
        assertThat(tele.post("/api/intakes/" + id + "/take-back", Map.of()).status())
                .isEqualTo(403);

        must(hotline.post("/api/intakes/" + id + "/take-back", Map.of()));

        assertThat(page(id).get("waitsAt").asText()).isEqualTo("contact");
        assertThat(page(id).get("holder").asText()).isEqualTo("hotline");
        assertThat(open(manager, id)).isNull();
        assertThat(times(id, "takeBack")).isEqualTo(1);
        assertThat(hotline.post("/api/intakes/" + id + "/take-back", Map.of()).status())
                .isEqualTo(409);
        must(act(hotline, id, "pass", Map.of("channel", "hall")));
        must(hotline.post("/api/intakes/" + id + "/take-back", Map.of()));
        must(act(hotline, id, "pass", Map.of("channel", "tele-manager")));
        assertThat(actions(hotline, id)).doesNotContain("take-back");
        assertThat(hotline.post("/api/intakes/" + id + "/take-back", Map.of()).body())
                .contains("已收回两次");
    }

    @Test
    void theCustomerWithdrawsItWhileSomebodyHandlesIt() {
        var id = atTheManager();
        var task = open(manager, id).get("id").asText();

        must(hotline.post("/api/intakes/" + id + "/withdraw", Map.of("reason", "客户不办了")));

        assertThat(endEvents(id)).containsExactly("intakeWithdrawn");
        assertThat(page(id).get("state").asText()).isEqualTo("withdrawn");
        assertThat(page(id).get("result").asText()).isEqualTo("客户不办了");
        assertThat(open(manager, id)).isNull();
        var late = Map.of("data", Map.of("action", "handle", "outcome", "answered", "result", "已答复"));
        assertThat(manager.post("/api/tasks/" + task + "/complete", late).status())
                .isEqualTo(409);
        assertThat(act(manager, id, "handle", Map.of("outcome", "answered", "result", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(hotline.post("/api/intakes/" + id + "/withdraw", Map.of("reason", "再撤一次"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoeverLetsItLieLosesItToOperations() {
        var id = atTheManager();

        fireTimer(id, "notHandled");

        assertThat(page(id).get("handling").asText()).isEqualTo("operations");
        assertThat(times(id, "recordSilence")).isEqualTo(1);
        assertThat(timeline(id, "zh-CN")).contains("客户经理逾期未办", "由运营支撑办理：逾期未办，转运营支撑");
        assertThat(open(operations, id)).isNotNull();
        assertThat(sandbox.ledger(id + ":notify-pre-intake:2")).isEmpty();
    }

    @Test
    void anotherChannelHelpsAndEachSeesWhatAllHaveWritten() {
        var id = atTheManager();
        must(hotline.post("/api/intakes/" + id + "/notes", Map.of("text", "客户周三后都在")));
        assertThat(act(manager, id, "help", Map.of("channel", "hall")).status()).isEqualTo(422);

        must(act(manager, id, "help", Map.of("channel", "hall", "ask", "请核对客户证照")));

        assertThat(page(id).get("collaborating").asText()).isEqualTo("hall");
        assertThat(act(manager, id, "handle", Map.of("outcome", "noted", "result", "x"))
                        .status())
                .isEqualTo(409);
        must(complete(hall, id, Map.of("answer", "证照齐全，已留复印件")));

        assertThat(page(id).get("waitsAt").asText()).isEqualTo("handling");
        assertThat(times(id, "handleIntake")).isEqualTo(2);
        for (var who : List.of(hotline, manager, hall)) {
            assertThat(page(who, id).get("notes").findValuesAsText("text"))
                    .containsExactly("客户周三后都在", "请核对客户证照", "证照齐全，已留复印件");
            assertThat(page(who, id).get("contactPhone").asText()).isEqualTo(MOBILE);
        }
        var task = open(manager, id).get("id").asText();
        assertThat(manager.get("/api/tasks/" + task + "/form")
                        .json()
                        .at("/data/notes")
                        .asText())
                .contains("热线 苏听雨：客户周三后都在", "营业厅 何秋白：证照齐全");
    }

    @Test
    void helpThatDoesNotComeIsNotWaitedFor() {
        var id = atTheManager();
        must(act(manager, id, "help", Map.of("channel", "hall", "ask", "请核对客户证照")));

        fireTimer(id, "helpOverdue");

        assertThat(page(id).get("waitsAt").asText()).isEqualTo("handling");
        assertThat(timeline(id, "zh-CN")).contains("营业厅逾期未协同");
        assertThat(open(manager, id)).isNotNull();
    }

    @Test
    void aCustomerWeDoNotKnowIsToldAtOnceAndMatchedByHand() {
        var wish = wish("new-order", "leased-line");
        wish.remove("customerId");
        wish.put("customerName", "泊云 南京仓");
        wish.put("city", "nanjing");
        var id = entered(hotline, wish);
        assertThat(page(id).get("waitsAt").asText()).isEqualTo("matching");
        assertThat(page(id).get("handling").asText()).isEqualTo("tele-manager");
        await().atMost(SOON).until(() -> sandbox.applied(id + ":notify-pre-intake:1") == 1);

        assertThat(complete(operations, id, Map.of("match", "known", "matchedCustomer", OF_SUZHOU))
                        .status())
                .isEqualTo(400);
        must(complete(operations, id, Map.of("match", "known", "matchedCustomer", MANAGED)));

        assertThat(page(id).get("customerName").asText()).isEqualTo("泊云物流有限公司");
        assertThat(page(id).get("handling").asText()).isEqualTo("account-manager");
        assertThat(page(id).get("holder").asText()).isEqualTo("account-manager.nanjing");
        assertThat(timeline(id, "zh-CN")).contains("客户已匹配为泊云物流有限公司");
    }

    @Test
    void aCustomerNobodyKnowsIsHandledAllTheSame() {
        var wish = wish("enquiry");
        wish.remove("customerId");
        wish.put("customerName", "筹备中的商场");
        wish.put("city", "nanjing");
        wish.put("channel", "hall");
        var id = entered(hotline, wish);

        must(act(operations, id, "match", Map.of()));

        assertThat(page(id).get("customerId").isNull()).isTrue();
        assertThat(page(id).get("waitsAt").asText()).isEqualTo("handling");
        must(act(hall, id, "match", Map.of("customerId", MANAGED)));
        assertThat(page(id).get("customerId").asText()).isEqualTo(MANAGED);
        assertThat(open(hall, id)).isNotNull();
    }

    @Test
    void itBecomesAnOpportunityWithEverythingThatIsKnown() {
        var wish = wish("opportunity", "leased-line", "vpmn");
        wish.put("note", "老板本人来电，很急");
        var id = entered(hotline, wish);

        must(act(hotline, id, "handle", Map.of("outcome", "opportunity")));

        var opportunity = chinese("manager")
                .get("/api/opportunities/" + page(id).get("opportunityId").asText())
                .json();
        assertThat(opportunity.get("customerId").asText()).isEqualTo(MANAGED);
        assertThat(opportunity.get("need").asText()).isEqualTo("两个仓库想连起来\n老板本人来电，很急");
        assertThat(opportunity.get("contactName").asText()).isEqualTo("何总");
        assertThat(opportunity.get("source").asText()).isEqualTo("hotline");
        assertThat(opportunity.get("products").findValuesAsText("offeringId")).containsExactly("leased-line", "vpmn");
        assertThat(endEvents(id)).containsExactly("intakeHandled");
    }

    @Test
    void itBecomesAnOrderOnceAndOnlyItsCustomers() {
        var id = atTheManager();
        var items = List.of(Map.of("offeringId", "leased-line", "characteristics", Map.of()));
        var others = manager.post("/api/intakes/" + id + "/order", Map.of("customerId", "C320100003", "items", items));
        assertThat(others.status()).isEqualTo(422);
        var wrong = manager.post("/api/intakes/" + id + "/order", Map.of("customerId", MANAGED, "items", List.of()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(page(id).get("state").asText()).isEqualTo("preAccepted");

        var placed = manager.post("/api/intakes/" + id + "/order", Map.of("customerId", MANAGED, "items", items));

        must(placed);
        var order = manager.get("/api/orders/" + placed.json().get("orderId").asText())
                .json();
        assertThat(order.get("contactId").asText()).isEqualTo(id);
        assertThat(page(id).get("outcome").asText()).isEqualTo("ordered");
        assertThat(manager.post("/api/intakes/" + id + "/order", Map.of("customerId", MANAGED, "items", items))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anOrderPlacedElsewhereIsNamedInTheInbox() {
        var id = atTheManager();
        assertThat(complete(manager, id, Map.of("action", "handle", "outcome", "ordered", "orderId", "PO0000000000"))
                        .status())
                .isEqualTo(400);
        var order = manager.post(
                        "/api/orders",
                        Map.of(
                                "customerId",
                                MANAGED,
                                "items",
                                List.of(Map.of("offeringId", "leased-line", "characteristics", Map.of()))))
                .json()
                .get("id")
                .asText();
        must(complete(manager, id, Map.of("action", "handle", "outcome", "ordered", "orderId", order)));
        assertThat(page(id).get("orderId").asText()).isEqualTo(order);
    }

    @Test
    void aDownMessageSystemStopsNobodyAndCatchesUp() {
        sandbox.breaks("messages", "error500", Map.of("times", 1_000));
        var id = atTheManager();
        must(act(manager, id, "handle", Map.of("outcome", "answered", "result", "已答复")));
        assertThat(page(id).get("state").asText()).isEqualTo("handled");
        assertThat(sandbox.applied(id + ":notify-pre-intake:1")).isZero();
        sandbox.heal();

        await().atMost(SOON.multipliedBy(3)).until(() -> !page(id).get("told").isNull());
        await().atMost(SOON.multipliedBy(3)).until(() -> sandbox.applied(id + ":notify-handled:1") == 1);
        assertThat(sandbox.applied(id + ":notify-pre-intake:1")).isEqualTo(1);
    }

    @Test
    void aMessageWhoseAnswerIsLostIsSentOnce() {
        sandbox.breaks("messages", "timeout-after", Map.of("times", 1));
        var id = atTheManager();
        await().atMost(SOON.multipliedBy(3)).until(() -> !page(id).get("told").isNull());
        assertThat(sandbox.applied(id + ":notify-pre-intake:1")).isEqualTo(1);
    }

    @Test
    void withoutAMobileNumberNoMessageIsSentAndItIsSaid() {
        var wish = wish("new-order", "leased-line");
        wish.remove("customerId");
        wish.put("customerName", "座机公司");
        wish.put("city", "nanjing");
        wish.put("contactPhone", "025-84110000");
        var id = entered(hotline, wish);
        assertThat(timeline(id, "zh-CN")).contains("客户没有手机号码，未能短信告知");
        assertThat(page(id).get("waitsAt").asText()).isEqualTo("matching");
    }

    @Test
    void ofTwoPeopleOneHasItAndTheOtherIsToldWho() {
        var wish = wish("new-order", "vpmn");
        var id = entered(hotline, wish);
        assertThat(page(id).get("handling").asText()).isEqualTo("tele-manager");
        var second = chinese("tele-manager2.nanjing");
        var task = open(tele, id).get("id").asText();
        must(tele.post("/api/tasks/" + task + "/claim", Map.of()));

        var refused = act(second, id, "handle", Map.of("outcome", "answered", "result", "我来答复"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("claimedByName").asText()).isEqualTo("林南乔");
        assertThat(page(id).get("holderName").asText()).isEqualTo("林南乔");
        must(act(tele, id, "handle", Map.of("outcome", "answered", "result", "已答复")));
    }
}
