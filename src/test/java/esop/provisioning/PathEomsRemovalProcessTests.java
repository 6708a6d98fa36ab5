package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** What a cancellation takes down, and what its opening had taken is given back (ESOP 6.3.2.1.1.2(6)). */
@EsopTest
class PathEomsRemovalProcessTests extends ProvisioningScene {

    @Test
    void aLineIsTakenDownAndGivesBackWhatItsOpeningReserved() {
        var customer = customer();
        var opening = opened("leased-line", customer);

        var ending = openFor("leased-line", "delete", customer);
        complete(awaitTask(ending, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(ending, "serviceOpened");
        assertThat(end(ending, "path-eoms-removal")).isEqualTo("lineRemoved");
        var key = ending.getBusinessKey();
        assertThat(sandbox.ledger(key + ":reserve:1")).isEmpty();
        assertThat(sandbox.applied(order(ending).workOrders().get(0).id() + ":construct:1"))
                .isOne();
        assertThat(sandbox.applied(key + ":release:1")).isOne();
        sandbox.awaitState("eoms", "reservation", key + ":release:1", "released");
        assertThat(opening.getBusinessKey()).isNotEqualTo(key);
    }

    @Test
    void whatWasOpenedBeforeThereWasAnEsopHasNothingToGiveBack() {
        var ending = openFor("leased-line", "delete", customer());
        complete(awaitTask(ending, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(ending, "serviceOpened");
        assertThat(sandbox.ledger(ending.getBusinessKey() + ":release:1")).isEmpty();
    }

    @Test
    void twoLinesGiveBackTwoReservations() {
        var customer = customer();
        opened("leased-line", customer);
        opened("leased-line", customer);

        for (var ending = 0; ending < 2; ending++) {
            var gone = openFor("leased-line", "delete", customer);
            complete(awaitTask(gone, "signOffWorkOrder"), Map.of("signOff", "accept"));
            awaitEnd(gone, "serviceOpened");
            assertThat(sandbox.applied(gone.getBusinessKey() + ":release:1")).isOne();
        }
    }

    @Test
    void aReleaseThatIsRefusedIsSentAgain() {
        var customer = customer();
        opened("leased-line", customer);
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "reservation.patch"));
        var ending = openFor("leased-line", "delete", customer);
        complete(awaitTask(ending, "signOffWorkOrder"), Map.of("signOff", "accept"));

        complete(awaitTask(ending, "resolveFallout"), Map.of("action", "retry"));

        awaitEnd(ending, "serviceOpened");
        assertThat(sandbox.applied(ending.getBusinessKey() + ":release:1")).isZero();
        assertThat(sandbox.applied(ending.getBusinessKey() + ":release:2")).isOne();
    }

    @Test
    void aReleaseMadeByHandEndsItToo() {
        var customer = customer();
        opened("leased-line", customer);
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "reservation.patch"));
        var ending = openFor("leased-line", "delete", customer);
        complete(awaitTask(ending, "signOffWorkOrder"), Map.of("signOff", "accept"));

        complete(awaitTask(ending, "resolveFallout"), Map.of("action", "manual", "note", "网络部已手工释放"));

        awaitEnd(ending, "serviceOpened");
        assertThat(sandbox.ledger(ending.getBusinessKey() + ":release:2")).isEmpty();
    }

    @Test
    void aLineThatIsNotTakenDownKeepsItsResources() {
        var customer = customer();
        opened("leased-line", customer);
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        var ending = openFor("leased-line", "delete", customer);

        complete(awaitTask(ending, "resolveFallout"), Map.of("action", "abort", "note", "客户改主意"));

        awaitEnd(ending, "serviceNotOpened");
        assertThat(end(ending, "path-eoms-removal")).isEqualTo("notRemoved");
        assertThat(sandbox.ledger(ending.getBusinessKey() + ":release:1")).isEmpty();
    }

    @Test
    void whereNetworkAndPartnerOpenedTogetherTheNetworkIsTakenDownTheSameWay() {
        var customer = customer();
        opened("mas", customer);
        var ending = openFor("mas", "delete", customer);
        signOff(ending, "mas");

        awaitEnd(ending, "serviceOpened");
        assertThat(end(ending, "path-eoms-removal")).isEqualTo("lineRemoved");
        assertThat(sandbox.applied(ending.getBusinessKey() + ":release:1")).isOne();
    }

    @Test
    void ofTwoServicesTheOneThatWasOpenedIsEnded() {
        var customer = customer();
        var first = openFor("vpmn", "add", customer);
        awaitEnd(first, "serviceOpened");

        var ending = openFor("vpmn", "delete", customer);
        awaitEnd(ending, "serviceOpened");

        assertThat(sandbox.applied(ending.getBusinessKey() + ":activate:1")).isOne();
        sandbox.awaitState("boss", "service", ending.getBusinessKey() + ":activate:1", "terminated");
    }

    private ProcessInstance opened(String product, String customer) {
        var opening = openFor(product, "add", customer);
        signOff(opening, product);
        awaitEnd(opening, "serviceOpened");
        return opening;
    }

    /** Network and partner are signed off one by one. */
    private void signOff(ProcessInstance service, String product) {
        if (product.equals("vpmn")) {
            return;
        }
        var first = awaitTask(service, "signOffWorkOrder");
        complete(first, Map.of("signOff", "accept"));
        if (product.equals("mas")) {
            complete(awaitOtherTask(service, "signOffWorkOrder", first.getId()), Map.of("signOff", "accept"));
        }
    }

    private static String customer() {
        return "C-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
