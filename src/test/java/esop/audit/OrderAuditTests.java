package esop.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class OrderAuditTests extends AuditScene {

    @Test
    void whereNothingDiffersItEndsByItselfWithALineInTheOrdersTimeline() {
        var order = completed(ORDINARY);

        var audit = audited(order);

        assertThat(audit.get("state").asText()).isEqualTo("same");
        assertThat(audit.get("differences")).isEmpty();
        assertThat(audit.get("records"))
                .extracting(record ->
                        record.get("system").asText() + " " + record.get("kind").asText())
                .containsExactlyInAnyOrder("crm productOrder", "boss service", "crm product");
        assertThat(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(audit.get("id").asText())
                        .count())
                .isZero();
        assertThat(timeline(order)).contains("核对各系统记录，没有差异");
    }

    @Test
    void aLineThatWasReservedAndBuiltDiffersInNothingUntilEomsSaysOtherwise() {
        var order = line();
        var audit = audited(order);
        assertThat(audit.get("state").asText()).as(audit.toPrettyString()).isEqualTo("same");
        assertThat(audit.get("records"))
                .extracting(record -> record.get("kind").asText())
                .contains("reservation", "resourceOrder", "product");
        var built = externalIds(workOrder(order), "construct").get(0);
        sandbox.changes("eoms", "resourceOrder", built, Map.of("state", "cancelled"));

        var difference = difference(audited(order), "eoms");

        assertThat(difference.get("source").asText()).isEqualTo(workOrder(order) + ":construct:1");
        assertThat(difference.get("offers")).extracting(JsonNode::asText).containsExactly("roll-back", "accept");
        assertThat(difference.get("recommended").asText()).isEqualTo("accept");
    }

    @Test
    void whatALaterOrderHasChangedIsComparedByThatOrdersWord() {
        var order = completed(ORDINARY);
        var subscription = manager.get("/api/orders/" + order)
                .json()
                .at("/subscriptionOrders/0/id")
                .asText();
        var ending = manager.post(
                "/api/orders",
                Map.of(
                        "customerId",
                        ORDINARY,
                        "items",
                        List.of(Map.of("offeringId", "vpmn", "action", "delete", "subscription", subscription))));
        assertThat(ending.status()).as(ending.body()).isEqualTo(201);
        var later = ending.json().get("id").asText();
        await().atMost(SOON).until(() -> externalIds(later, "mirror-completed").size() == 1);

        assertThat(audited(order).get("state").asText()).isEqualTo("same");
        var audit = audited(later);
        assertThat(audit.get("state").asText()).as(audit.toPrettyString()).isEqualTo("same");
        assertThat(audit.get("records"))
                .extracting(record -> record.at("/elements/0/ours").asText())
                .contains("terminated");
        sandbox.changes("boss", "service", service(order), Map.of("state", "active"));
        assertThat(difference(audited(order), "boss").get("offers"))
                .extracting(JsonNode::asText)
                .doesNotContain("send-again");
        var alive = audited(later);
        repair(difference(alive, "boss"), "send-again");
        awaitState(alive.get("id").asText(), "settled");
        assertThat(sandbox.state("boss", "service", service(order))).isEqualTo("terminated");
    }

    @Test
    void whatBossHasChangedIsFoundWithItsStepSaidAgainAndProved() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));

        var audit = audited(order);

        assertThat(audit.get("state").asText()).isEqualTo("different");
        var difference = difference(audit, "boss");
        assertThat(difference.get("element").asText()).isEqualTo("state");
        assertThat(difference.get("ours").asText()).isEqualTo("active");
        assertThat(difference.get("theirs").asText()).isEqualTo("inactive");
        assertThat(difference.get("source").asText()).isEqualTo(serviceOrder(order) + ":activate:1");
        assertThat(difference.get("offers"))
                .extracting(JsonNode::asText)
                .containsExactly("send-again", "roll-back", "accept");
        assertThat(difference.get("recommended").asText()).isEqualTo("send-again");
        assertThat(openTask(audit)).isEqualTo(1);

        assertThat(repair(difference, "send-again").status()).isEqualTo(200);

        awaitState(audit.get("id").asText(), "settled");
        var fixed = difference(audit(audit.get("id").asText()), "boss");
        assertThat(fixed.get("state").asText()).isEqualTo("fixed");
        assertThat(fixed.get("result").asText()).isEqualTo("same");
        assertThat(sandbox.state("boss", "service", service(order))).isEqualTo("active");
        assertThat(openTask(audit)).isZero();
        assertThat(timeline(order)).contains("核对各系统记录，发现 1 处差异", "差异已全部了结");
        assertThat(audited(order).get("state").asText()).isEqualTo("same");
    }

    @Test
    void whatBossHasEndedIsOpenedAnewInTheNextGenerationAndCanBeTakenBackFromThere() {
        var order = completed(ORDINARY);
        var first = service(order);
        sandbox.changes("boss", "service", first, Map.of("state", "terminated"));
        var audit = audited(order);

        assertThat(repair(difference(audit, "boss"), "send-again").status()).isEqualTo(200);

        awaitState(audit.get("id").asText(), "settled");
        assertThat(sandbox.applied(serviceOrder(order) + ":activate:2")).isOne();
        assertThat(service(order)).isNotEqualTo(first);
        var preview = operations
                .post("/api/rollbacks/preview", Map.of("orderId", order))
                .json();
        assertThat(preview.get("steps"))
                .extracting(step -> step.get("key").asText())
                .contains(serviceOrder(order) + ":activate:2");
    }

    @Test
    void aSubscriptionThatTheCrmKeepsOtherwiseIsRestatedAndItsRegistrationCanStillBeTakenBack() {
        var order = completed(ORDINARY);
        sandbox.changes("crm", "product", product(order), Map.of("status", "suspended"));

        var audit = audited(order);
        var difference = difference(audit, "crm");
        assertThat(difference.get("source").asText()).isEqualTo(serviceOrder(order) + ":subscribe:1");
        assertThat(difference.get("theirs").asText()).isEqualTo("suspended");
        repair(difference, "send-again");

        awaitState(audit.get("id").asText(), "settled");
        assertThat(sandbox.record("crm", "product", product(order))
                        .get("status")
                        .asText())
                .isEqualTo("active");
        var batch = operations
                .post("/api/rollbacks", Map.of("orderId", order, "reason", "客户退订"))
                .json();
        approve(batch.get("id").asText());
        await().atMost(SOON)
                .until(() -> sandbox.record("crm", "product", product(order))
                        .get("status")
                        .asText()
                        .equals("terminated"));
    }

    @Test
    void fromADifferenceTheOrderIsRolledBackWhenSomebodyElseAgrees() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        var audit = audited(order);

        var asked = repair(difference(audit, "boss"), "roll-back");

        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        var waiting = difference(asked.json(), "boss");
        assertThat(waiting.get("state").asText()).isEqualTo("rolling-back");
        approve(waiting.get("batchId").asText());
        awaitState(audit.get("id").asText(), "settled");
        assertThat(difference(audit(audit.get("id").asText()), "boss")
                        .get("state")
                        .asText())
                .isEqualTo("fixed");
        assertThat(sandbox.state("boss", "service", service(order))).isEqualTo("terminated");
    }

    @Test
    void whereNobodyAgreesToTheRollbackTheDifferenceIsOpenAgain() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        var audit = audited(order);
        var batch = difference(repair(difference(audit, "boss"), "roll-back").json(), "boss")
                .get("batchId")
                .asText();

        decide(batch, Map.of("approval", "refuse", "opinion", "客户还在用"));

        var open = difference(audit(audit.get("id").asText()), "boss");
        assertThat(open.get("state").asText()).isEqualTo("open");
        assertThat(open.get("result").asText()).isEqualTo("not-approved");
        assertThat(open.get("message").asText()).isEqualTo("客户还在用");
    }

    @Test
    void anOrderThatTheCrmHasForgottenToEndIsMirroredAgain() {
        var order = completed(ORDINARY);
        var mirrored = externalIds(order, "mirror-completed").get(0);
        sandbox.changes("crm", "productOrder", mirrored, Map.of("state", "inProgress"));

        var audit = audited(order);
        assertThat(repair(difference(audit, "crm"), "send-again").status()).isEqualTo(200);

        awaitState(audit.get("id").asText(), "settled");
        assertThat(sandbox.state("crm", "productOrder", mirrored)).isEqualTo("completed");
    }

    @Test
    void whatASystemRefusesToMendIsOpenAgainWithItsWords() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        var id = audited(order).get("id").asText();
        sandbox.breaks("boss", "refuse", Map.of("operation", "service.patch", "times", 1));

        repair(difference(audit(id), "boss"), "send-again");

        await().atMost(SOON)
                .until(() ->
                        difference(audit(id), "boss").path("result").asText().equals("failed"));
        assertThat(difference(audit(id), "boss").get("state").asText()).isEqualTo("open");
        assertThat(state(id)).isEqualTo("different");
    }

    @Test
    void theOrdersOfADayAreAuditedOneAfterTheOther(@Autowired AuditPlan plan) {
        var wuxi = Caller.as("operations.wuxi");
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var order = completedBy("account-manager.wuxi", "C320300001");

        var begun = wuxi.post("/api/order-audits/batch", Map.of("from", today.toString(), "to", today.toString()));

        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.json().get("begun").asInt()).isPositive();
        await().atMost(SOON).until(() -> {
            asSystem(plan::beginNext);
            return waiting(order) == 0;
        });
        assertThat(wuxi.post(
                                "/api/order-audits/batch",
                                Map.of(
                                        "from",
                                        today.toString(),
                                        "to",
                                        today.minusDays(1).toString()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatSomebodyHasAcceptedIsNotFoundASecondTime() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        var audit = audited(order);

        assertThat(repair(difference(audit, "boss"), "accept").status()).isEqualTo(200);

        awaitState(audit.get("id").asText(), "settled");
        var second = audited(order);
        assertThat(second.get("state").asText()).isEqualTo("same");
        assertThat(difference(second, "boss").get("result").asText()).isEqualTo("accepted-before");
    }

    @Test
    void ofAnImportantCustomerNothingIsRepairedByOnePersonAlone() {
        var order = completed(IMPORTANT);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        var audit = audited(order);
        var difference = difference(audit, "boss");

        var proposed = repair(difference, "send-again").json();

        assertThat(difference(proposed, "boss").get("state").asText()).isEqualTo("proposed");
        assertThat(sandbox.state("boss", "service", service(order))).isEqualTo("inactive");
        assertThat(repair(difference, "accept").status()).isEqualTo(409);
        approve(audit.get("id").asText() + "-" + difference.get("id").asText());
        awaitState(audit.get("id").asText(), "settled");
        var fixed = difference(audit(audit.get("id").asText()), "boss");
        assertThat(fixed.get("personName").asText())
                .isNotEqualTo(fixed.get("approverName").asText());
        assertThat(sandbox.state("boss", "service", service(order))).isEqualTo("active");
    }

    @Test
    void aSystemThatIsDownIsNotKnownAndAskedAgainLaterButNotForEver() {
        var order = completed(ORDINARY);
        sandbox.breaks("boss", "error500", Map.of("operation", "service"));
        var id = begin(order);
        await().atMost(SOON).until(() -> unknown(id) == 1);
        assertThat(state(id)).isEqualTo("asking");

        for (var round = 1; round < 3; round++) {
            var asked = round + 1;
            fire(id);
            await().atMost(SOON).until(() -> audit(id).get("round").asInt() == asked && unknown(id) == 1);
        }

        awaitState(id, "unknown");
        assertThat(audit(id).get("differences")).isEmpty();
        assertThat(timeline(order)).contains("核对各系统记录，有系统始终没有应答");
    }

    @Test
    void whatAnswersInALaterRoundIsCompared() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        sandbox.breaks("boss", "error500", Map.of("operation", "service"));
        var id = begin(order);
        await().atMost(SOON).until(() -> unknown(id) == 1);
        sandbox.heal();

        fire(id);

        awaitState(id, "different");
    }

    @Test
    void theTaskComparesAgainOrAcceptsWhatIsLeft() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        var id = audited(order).get("id").asText();
        assertThat(settle(id, Map.of("settlement", "accept")).body()).contains("请填写接受的理由");

        assertThat(settle(id, Map.of("settlement", "again")).status()).isEqualTo(200);
        await().atMost(SOON).until(() -> audit(id).get("round").asInt() == 2);
        awaitState(id, "different");
        assertThat(settle(id, Map.of("settlement", "accept", "reason", "BOSS 侧已报停"))
                        .status())
                .isEqualTo(200);

        awaitState(id, "settled");
        assertThat(difference(audit(id), "boss").get("state").asText()).isEqualTo("accepted");
    }

    @Test
    void anotherCitysAuditDoesNotExistAndWhoHasNothingToDoWithItIsRefused() {
        var order = completed(ORDINARY);
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        var audit = audited(order);
        var path = "/api/order-audits/differences/"
                + difference(audit, "boss").get("id").asText() + "/repair";
        var wanted = Map.of("repair", "accept", "reason", "x");
        var suzhou = Caller.as("operations.suzhou");

        assertThat(suzhou.get("/api/order-audits/" + audit.get("id").asText()).status())
                .isEqualTo(404);
        assertThat(suzhou.get("/api/order-audits/" + audit.get("id").asText() + "/calls")
                        .status())
                .isEqualTo(404);
        assertThat(suzhou.post(path, wanted).status()).isEqualTo(404);
        assertThat(suzhou.post("/api/order-audits", Map.of("orderId", order)).status())
                .isEqualTo(404);
        assertThat(suzhou.get("/api/order-audits?q=" + order).json().get("items"))
                .isEmpty();
        assertThat(manager.post(path, wanted).status()).isEqualTo(403);
        assertThat(approver.post(path, wanted).status()).isEqualTo(403);
        assertThat(approver.get("/api/order-audits?q=" + order).json().get("items"))
                .hasSize(1);
        assertThat(operations
                        .post("/api/order-audits", Map.of("orderId", order))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anEndedOrderIsAuditedByItselfWhenItsTimeHasCome(@Autowired AuditPlan plan) {
        var order = completed(ORDINARY);

        await().atMost(SOON).until(() -> {
            asSystem(() -> plan.plan(200));
            return waiting(order) == 1;
        });
        asSystem(() -> jdbc.sql(
                        "UPDATE audit.order_audit SET due = now() WHERE order_id = :order AND due > now() + interval '1 hour'")
                .param("order", order)
                .update());
        await().atMost(SOON).until(() -> {
            asSystem(plan::beginNext);
            return waiting(order) == 0;
        });

        var audit = operations.get("/api/order-audits?order=" + order).json().at("/items/0");
        assertThat(over(audit.get("id").asText()).get("state").asText()).isEqualTo("same");
        assertThat(audit.hasNonNull("askedBy")).isFalse();
    }

    @Test
    void theTrendCountsWhatWasComparedAtEachSystem() {
        var order = completed(ORDINARY);
        var before = trend("boss", "different");
        sandbox.changes("boss", "service", service(order), Map.of("state", "inactive"));
        audited(order);

        assertThat(trend("boss", "different")).isEqualTo(before + 1);
        assertThat(trend("boss", "elements")).isGreaterThan(before + 1);
        var file = operations.get("/api/order-audits/export?order=" + order).body();
        assertThat(file).contains(order, "有差异");
    }

    private int trend(String system, String count) {
        for (var row : operations.get("/api/order-audits/trend?weeks=1").json()) {
            if (row.get("system").asText().equals(system)) {
                return row.get(count).asInt();
            }
        }
        return 0;
    }

    private int waiting(String order) {
        return asSystem(
                () -> jdbc.sql("SELECT count(*) FROM audit.order_audit WHERE order_id = :order AND state = 'waiting'")
                        .param("order", order)
                        .query(Integer.class)
                        .single());
    }

    private long unknown(String id) {
        var unknown = 0;
        for (var record : audit(id).get("records")) {
            unknown += record.get("state").asText().equals("unknown") ? 1 : 0;
        }
        return unknown;
    }

    private long openTask(JsonNode audit) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(audit.get("id").asText())
                .taskDefinitionKey("settleDifferences")
                .count();
    }

    private Caller.Answer settle(String id, Map<String, Object> data) {
        var task = await().atMost(SOON)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(id)
                                .taskDefinitionKey("settleDifferences")
                                .singleResult(),
                        found -> found != null);
        operations.post("/api/tasks/" + task.getId() + "/claim", Map.of());
        return operations.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
    }

    private void fire(String id) {
        var job = await().atMost(SOON)
                .until(
                        () -> management.createJobQuery().timers().activityId("askLater").list().stream()
                                .filter(timer -> engine.createProcessInstanceQuery()
                                                .processInstanceId(timer.getProcessInstanceId())
                                                .processInstanceBusinessKey(id)
                                                .count()
                                        == 1)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        asSystem(() -> {
            management.executeJob(job.getId());
            return List.of();
        });
    }
}
