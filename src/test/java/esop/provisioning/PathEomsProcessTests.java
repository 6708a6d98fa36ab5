package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EsopTest
class PathEomsProcessTests extends ProvisioningScene {

    @Test
    void aLineIsReservedBuiltSignedOffAndArchived() {
        var opening = open("leased-line", "add");

        var task = awaitTask(opening, "signOffWorkOrder");
        var work = order(opening).workOrders().get(0);
        assertThat(work.stage()).isEqualTo("done");
        assertThat(work.unit()).isEqualTo("eoms");
        complete(task, Map.of("signOff", "accept", "note", "客户已签字"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "path-eoms")).isEqualTo("lineReady");
        assertThat(order(opening).workOrders().get(0).state()).isEqualTo("completed");
        assertThat(order(opening).state()).isEqualTo("completed");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":reserve:1")).isOne();
        assertThat(sandbox.applied(work.id() + ":construct:1")).isOne();
        assertThat(sandbox.ledger(opening.getBusinessKey() + ":release:1")).isEmpty();
    }

    @Test
    void aRefusedReservationIsAskedForAgain() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));
        var opening = open("leased-line", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));

        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":reserve:1")).isZero();
        assertThat(sandbox.applied(opening.getBusinessKey() + ":reserve:2")).isOne();
    }

    @Test
    void aReservationMadeByHandLetsTheWorkBegin() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));
        var opening = open("leased-line", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "manual", "note", "网络部已电话预留端口"));

        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        assertThat(sandbox.ledger(opening.getBusinessKey() + ":reserve:2")).isEmpty();
    }

    @Test
    void withoutResourcesTheConstructionIsGivenUpBeforeItBegins() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));
        var opening = open("leased-line", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "当地没有光缆"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-eoms")).isEqualTo("constructionGivenUp");
        assertThat(order(opening).workOrders()).isEmpty();
    }

    @Test
    void aConstructionThatIsGivenUpReleasesItsResources() {
        var opening = refusedConstruction();

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "业主不同意施工"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-eoms")).isEqualTo("constructionGivenUp");
        assertThat(order(opening).state()).isEqualTo("failed");
        assertThat(order(opening).workOrders().get(0).state()).isEqualTo("cancelled");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":release:1")).isOne();
    }

    @Test
    void aReleaseThatIsRefusedIsSentAgain() {
        var opening = refusedConstruction();
        var constructing = awaitTask(opening, "resolveFallout");
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));

        complete(constructing, Map.of("action", "abort", "note", "业主不同意施工"));
        awaitStep(opening.getBusinessKey() + ":release:1", "REJECTED");
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-eoms")).isEqualTo("constructionGivenUp");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":release:2")).isOne();
    }

    @Test
    void resourcesReleasedByHandEndTheOrderToo() {
        var opening = refusedConstruction();
        var constructing = awaitTask(opening, "resolveFallout");
        sandbox.breaks("eoms", "refuse", Map.of("times", 1));

        complete(constructing, Map.of("action", "abort", "note", "业主不同意施工"));
        awaitStep(opening.getBusinessKey() + ":release:1", "REJECTED");
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "manual", "note", "网络部已手工释放"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(sandbox.ledger(opening.getBusinessKey() + ":release:2")).isEmpty();
    }

    /** Reserved, and then EOMS will not build. */
    private org.camunda.bpm.engine.runtime.ProcessInstance refusedConstruction() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        return open("leased-line", "add");
    }
}
