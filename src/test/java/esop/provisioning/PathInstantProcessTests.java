package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EsopTest
class PathInstantProcessTests extends ProvisioningScene {

    @Test
    void anInstantServiceIsOpenedByOneCallWithoutWorkOrder() {
        var opening = open("vpmn", "add");

        awaitEnd(opening, "serviceOpened");

        assertThat(end(opening, "path-instant")).isEqualTo("activationDone");
        assertThat(order(opening).state()).isEqualTo("completed");
        assertThat(order(opening).path()).isEqualTo("path-instant");
        assertThat(order(opening).workOrders()).isEmpty();
        assertThat(sandbox.applied(opening.getBusinessKey() + ":activate:1")).isOne();
    }

    @Test
    void aRefusedActivationIsHeldAndSentAgainAsCorrected() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var opening = open("vpmn", "add");

        var task = awaitTask(opening, "resolveFallout");
        assertThat(order(opening).state()).isEqualTo("held");
        assertThat(order(opening).openFallout()).startsWith("FO");
        complete(task, Map.of("action", "correct", "characteristics", "{\"memberCount\": 20}"));

        awaitEnd(opening, "serviceOpened");
        assertThat(order(opening).characteristics()).containsEntry("memberCount", 20);
        assertThat(order(opening).openFallout()).isNull();
        assertThat(sandbox.applied(opening.getBusinessKey() + ":activate:1")).isZero();
        assertThat(sandbox.applied(opening.getBusinessKey() + ":activate:2")).isOne();
    }

    @Test
    void anActivationDoneByHandIsNotSentAgain() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var opening = open("vpmn", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "manual", "note", "已在营业厅办理"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "path-instant")).isEqualTo("activationDone");
        assertThat(sandbox.ledger(opening.getBusinessKey() + ":activate:2")).isEmpty();
    }

    @Test
    void anActivationThatIsGivenUpFailsItsServiceOrder() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var opening = open("vpmn", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户改用专线"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-instant")).isEqualTo("activationGivenUp");
        assertThat(order(opening).state()).isEqualTo("failed");
    }

    @Test
    void whatMayHaveArrivedIsProvedBeforeItIsSentAgain() {
        sandbox.breaks("boss", "error500", Map.of());
        var opening = open("vpmn", "add");
        var key = opening.getBusinessKey() + ":activate:";
        awaitStep(key + 1, "UNREACHABLE");

        sandbox.heal();
        fire(opening, "waitBeforeRetry");

        awaitEnd(opening, "serviceOpened");
        assertThat(runs(opening, "fallout")).isEqualTo(2);
        assertThat(sandbox.applied(key + 1) + sandbox.applied(key + 2)).isOne();
    }
}
