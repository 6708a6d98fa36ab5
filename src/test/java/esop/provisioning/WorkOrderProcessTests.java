package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.EsopTest;
import esop.web.InvalidException;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@EsopTest
class WorkOrderProcessTests extends ProvisioningScene {

    @Test
    void aSignedOffWorkOrderIsArchivedWithWhoSignedAndWhen() {
        var opening = open("leased-line", "add");

        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept", "note", "光路测试合格"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "work-order")).isEqualTo("workOrderArchived");
        var row = row(opening);
        assertThat(row).containsEntry("state", "archived").containsEntry("review", "光路测试合格");
        assertThat(row.get("dispatched")).isNotNull();
        assertThat(row.get("executed")).isNotNull();
        assertThat(row.get("reviewed")).isNotNull();
        assertThat(row.get("completed")).isNotNull();
    }

    @Test
    void workReturnedForReworkIsDispatchedAgain() {
        var opening = open("leased-line", "add");

        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "rework", "note", "端口标签有误"));
        awaitStep(work(opening) + ":construct:2", "COMPLETED");
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.applied(work(opening) + ":construct:1")).isOne();
        assertThat(sandbox.applied(work(opening) + ":construct:2")).isOne();
        assertThat(row(opening)).containsEntry("generation", 2).containsEntry("reworks", 1);
    }

    @Test
    void aReworkNeedsAReason() {
        var opening = open("leased-line", "add");
        var task = awaitTask(opening, "signOffWorkOrder");

        assertThatThrownBy(() -> complete(task, Map.of("signOff", "rework"))).isInstanceOf(InvalidException.class);

        complete(task, Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
    }

    @Test
    void workReturnedTooOftenIsForTheManagerToJudge() {
        var opening = open("leased-line", "add");
        for (var generation = 1; generation <= 4; generation++) {
            awaitStep(work(opening, generation) + ":construct:" + generation, "COMPLETED");
            complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "rework", "note", "仍不合格"));
        }

        var task = awaitTask(opening, "resolveFallout");
        assertThat(groups(task)).containsExactly("manager@nanjing");
        complete(task, Map.of("action", "manual", "note", "改由代维公司完成"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "work-order")).isEqualTo("workOrderArchived");
        assertThat(row(opening)).containsEntry("state", "archived").containsEntry("review", "改由代维公司完成");
    }

    @Test
    void aRefusedWorkOrderIsDispatchedAgainByAPerson() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        var opening = open("leased-line", "add");

        var task = awaitTask(opening, "resolveFallout");
        assertThat(order(opening).workOrders().get(0).state()).isEqualTo("rejected");
        assertThat(order(opening).workOrders().get(0).openFallout())
                .isEqualTo(order(opening).openFallout());
        complete(task, Map.of("action", "retry"));
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.applied(work(opening) + ":construct:1")).isZero();
        assertThat(sandbox.applied(work(opening) + ":construct:2")).isOne();
    }

    @Test
    void aWorkOrderThatIsGivenUpIsCancelled() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        var opening = open("leased-line", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户不再需要"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "work-order")).isEqualTo("workOrderAbandoned");
        assertThat(row(opening)).containsEntry("state", "cancelled").containsEntry("review", "客户不再需要");
    }

    @Test
    void aSilentUnitIsAskedForProofAndNotForTheSameWorkAgain() {
        sandbox.breaks("eoms", "silent", Map.of());
        var opening = open("leased-line", "add");
        awaitStep(work(opening) + ":construct:1", "ACKNOWLEDGED");
        aWhile();

        fire(opening, "answerOverdue");

        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.applied(work(opening) + ":construct:1")).isOne();
        assertThat(sandbox.ledger(work(opening) + ":construct:2")).isEmpty();
    }

    private String work(ProcessInstance opening) {
        return work(opening, 1);
    }

    /** Waits until it is dispatched for the so-many-th time. */
    private String work(ProcessInstance opening, int generation) {
        org.awaitility.Awaitility.await()
                .atMost(SOON)
                .until(() -> !order(opening).workOrders().isEmpty()
                        && ((Integer) row(opening).get("generation")) >= generation);
        return order(opening).workOrders().get(0).id();
    }

    private Map<String, Object> row(ProcessInstance opening) {
        return asSystem(() ->
                jdbc.sql("""
                        SELECT state, generation, reworks, review, dispatched, executed, reviewed, completed
                        FROM provisioning.work_order
                        WHERE service_order_id = :id
                        """).param("id", opening.getBusinessKey()).query().singleRow());
    }
}
