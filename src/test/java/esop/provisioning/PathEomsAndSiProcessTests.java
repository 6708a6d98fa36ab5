package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.EditedTable;
import esop.EsopTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@EsopTest
class PathEomsAndSiProcessTests extends ProvisioningScene {

    @Test
    void networkAndPartnerWorkAtOnceAndBothAreSignedOff() {
        sandbox.behaves("eoms", Map.of("manual", true));
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mas", "add");
        var partner = awaitWork(opening, "si");
        sandbox.answers("si", "appointment", partner + ":appoint:1", "complete", "");
        var network = awaitWork(opening, "eoms");
        awaitStep(network + ":construct:1", "ACKNOWLEDGED");
        awaitStep(partner + ":install:1", "ACKNOWLEDGED");

        sandbox.behaves("eoms", Map.of("manual", false));
        sandbox.behaves("si", Map.of("manual", false));
        var first = awaitTask(opening, "signOffWorkOrder");
        complete(first, Map.of("signOff", "accept"));
        complete(awaitOtherTask(opening, "signOffWorkOrder", first.getId()), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "path-eoms-and-si")).isEqualTo("bothReady");
        assertThat(states(opening)).containsExactlyInAnyOrder("eoms archived", "si archived");
        assertThat(order(opening).path()).isEqualTo("path-eoms-and-si");
    }

    @Test
    void theGoodSideIsHeldWhileTheFailedOneIsTriedAgain() {
        var opening = networkDonePartnerFailed();
        var task = awaitTask(opening, "decideOnPartialFailure");
        assertThat(groups(task)).containsExactly("operations@nanjing");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(engine.getVariables(task.getExecutionId())).containsEntry("failedSide", "partner");
        assertThat(order(opening).state()).isEqualTo("held");

        complete(task, Map.of("partialAction", "retry"));
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "partial-failure")).isEqualTo("tryAgain");
        assertThat(runs(opening, "path-eoms")).isOne();
        assertThat(runs(opening, "path-si")).isEqualTo(2);
        assertThat(states(opening)).containsExactlyInAnyOrder("eoms archived", "si cancelled", "si archived");
        assertThat(order(opening).state()).isEqualTo("completed");
    }

    @Test
    void theGoodSideIsUndoneWhenAPersonSaysSo() {
        var opening = networkDonePartnerFailed();

        complete(awaitTask(opening, "decideOnPartialFailure"), Map.of("partialAction", "undo", "note", "客户不再需要"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-eoms-and-si")).isEqualTo("jointOpeningGivenUp");
        assertThat(end(opening, "partial-failure")).isEqualTo("goodSideUndone");
        assertThat(end(opening, "rollback")).isEqualTo("rolledBack");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":dismantle:1")).isOne();
        assertThat(sandbox.applied(opening.getBusinessKey() + ":release:1")).isOne();
        assertThat(order(opening).state()).isEqualTo("failed");
    }

    @Test
    void whatIsReadyIsDeliveredInPartWhenAPersonSaysSo() {
        var opening = networkDonePartnerFailed();

        complete(awaitTask(opening, "decideOnPartialFailure"), Map.of("partialAction", "partial", "note", "客户自行安装服务器"));

        awaitEnd(opening, "serviceOpenedInPart");
        assertThat(end(opening, "path-eoms-and-si")).isEqualTo("partlyReady");
        assertThat(end(opening, "partial-failure")).isEqualTo("deliveredInPart");
        assertThat(order(opening).state()).isEqualTo("partial");
        assertThat(order(opening).message()).isEqualTo("客户自行安装服务器");
        assertThat(order(opening).completed()).isNotNull();
    }

    @Test
    void theGoodSideIsUndoneAtOnceWhereTheTableSaysSo() {
        try (var table = EditedTable.answering("partial-failure", "masAdd", "\"undo\"")) {
            var opening = networkDonePartnerFailed();

            awaitEnd(opening, "serviceNotOpened");
            assertThat(end(opening, "path-eoms-and-si")).isEqualTo("jointOpeningGivenUp");
            assertThat(end(opening, "partial-failure")).isEqualTo("goodSideUndone");
            assertThat(sandbox.applied(opening.getBusinessKey() + ":dismantle:1"))
                    .isOne();
            assertThat(sandbox.applied(opening.getBusinessKey() + ":release:1")).isOne();
            assertThat(order(opening).state()).isEqualTo("failed");
        }
    }

    @Test
    void whatIsReadyIsDeliveredInPartAtOnceWhereTheTableSaysSo() {
        try (var table = EditedTable.answering("partial-failure", "masAdd", "\"partial\"")) {
            var opening = networkDonePartnerFailed();

            awaitEnd(opening, "serviceOpenedInPart");
            assertThat(end(opening, "partial-failure")).isEqualTo("deliveredInPart");
            assertThat(order(opening).state()).isEqualTo("partial");
            assertThat(sandbox.ledger(opening.getBusinessKey() + ":dismantle:1"))
                    .isEmpty();
        }
    }

    @Test
    void aChangeThatThePartnerCannotMakeIsDeliveredInPartByTheTableAsItComes() {
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mas", "modify");
        var partner = partnerFails(opening);

        awaitEnd(opening, "serviceOpenedInPart");
        assertThat(order(opening).state()).isEqualTo("partial");
        assertThat(sandbox.ledger(partner + ":install:2")).isEmpty();
    }

    @Test
    void whereOneSideIsToBeRolledBackTheOtherOneIsToo() {
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mas", "add");
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        var partner = awaitWork(opening, "si");
        sandbox.answers("si", "appointment", partner + ":appoint:1", "complete", "");
        sandbox.answers("si", "serviceOrder", partner + ":install:1", "fail", "客户机房断电");
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "roll-back-item", "note", "客户不再需要"));
        sandbox.behaves("si", Map.of("manual", false));
        complete(awaitTask(opening, "approveResolution"), Map.of("approval", "approve"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-si")).isEqualTo("leftToRollback");
        assertThat(end(opening, "path-eoms-and-si")).isEqualTo("nothingReady");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":dismantle:1")).isOne();
        assertThat(runs(opening, "partial-failure")).isZero();
    }

    @Test
    void anInstallationWithoutItsNetworkIsTakenBackAtOnceByTheTableAsItComes() {
        var opening = networkGivenUp();

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "partial-failure")).isEqualTo("goodSideUndone");
        assertThat(end(opening, "rollback")).isEqualTo("rolledBack");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":uninstall:1")).isOne();
        assertThat(order(opening).state()).isEqualTo("failed");
    }

    @Test
    void aFailedNetworkIsReservedAndBuiltAgainWhileTheInstallationStands() {
        try (var table = EditedTable.answering("partial-failure", "masAddNetwork", "\"hold\"")) {
            var opening = networkGivenUp();
            var task = awaitTask(opening, "decideOnPartialFailure");
            assertThat(engine.getVariables(task.getExecutionId())).containsEntry("failedSide", "network");

            complete(task, Map.of("partialAction", "retry"));
            complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

            awaitEnd(opening, "serviceOpened");
            var id = opening.getBusinessKey();
            assertThat(sandbox.applied(id + ":reserve:1")).isOne();
            assertThat(sandbox.applied(id + ":release:1")).isOne();
            assertThat(sandbox.applied(id + ":reserve:2")).isOne();
            assertThat(sandbox.ledger(id + ":release:2")).isEmpty();
            assertThat(states(opening)).containsExactlyInAnyOrder("eoms cancelled", "eoms archived", "si archived");
        }
    }

    @Test
    void whereNeitherSideIsReadyNothingIsHeld() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        sandbox.breaks("si", "refuse", Map.of("times", 1, "operation", "appointment.create"));
        asSystem(() -> jdbc.sql("UPDATE provisioning.partner SET active = false WHERE id = 'si.local'")
                .update());
        try {
            var opening = open("mas", "add");
            var first = awaitTask(opening, "resolveFallout");
            complete(first, Map.of("action", "abort", "note", "客户不再需要"));
            var second = awaitOtherTask(opening, "resolveFallout", first.getId());
            complete(second, Map.of("action", "abort", "note", "客户不再需要"));

            awaitEnd(opening, "serviceNotOpened");
            assertThat(end(opening, "path-eoms-and-si")).isEqualTo("nothingReady");
        } finally {
            asSystem(() ->
                    jdbc.sql("UPDATE provisioning.partner SET active = true").update());
        }
    }

    /** The partner's system says that it could not, and a person gives its side up. */
    private ProcessInstance networkDonePartnerFailed() {
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mas", "add");
        partnerFails(opening);
        return opening;
    }

    /** The unit will not build it, and a person gives its side up. */
    private ProcessInstance networkGivenUp() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        var opening = open("mas", "add");
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "机房暂不可用"));
        return opening;
    }

    private String partnerFails(ProcessInstance opening) {
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        var partner = awaitWork(opening, "si");
        sandbox.answers("si", "appointment", partner + ":appoint:1", "complete", "");
        sandbox.answers("si", "serviceOrder", partner + ":install:1", "fail", "客户机房断电");
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "暂不安装"));
        sandbox.behaves("si", Map.of("manual", false));
        return partner;
    }

    private String awaitWork(ProcessInstance opening, String unit) {
        await().atMost(SOON)
                .until(() -> order(opening).workOrders().stream()
                        .anyMatch(work -> work.unit().equals(unit)));
        return order(opening).workOrders().stream()
                .filter(work -> work.unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> states(ProcessInstance opening) {
        return order(opening).workOrders().stream()
                .map(work -> work.unit() + " " + work.stage())
                .toList();
    }
}
