package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The business platform misbehaves; the sandbox's ledger judges that each effect happened once. */
@EsopTest
class PlatformTroubleTests extends ProvisioningScene {

    /** Injection point: the platform has taken the order, and its answer never comes. */
    @Test
    void anOrderWhoseAnswerGotLostIsProvenAndNotGivenTwice() {
        sandbox.breaks(
                "platform", "timeout-after", Map.of("times", 1, "delayMs", 300, "operation", "serviceOrder.create"));

        var opening = open("adc", "add");

        awaitEnd(opening, "serviceOpened");
        assertOnce(opening);
    }

    /** Injection point: every callback of order and test comes five times at once. */
    @Test
    void callbacksThatComeFiveTimesMoveTheWorkOrderOnce() {
        sandbox.breaks("platform", "duplicate-callback", Map.of());

        var opening = open("adc", "add");

        awaitEnd(opening, "serviceOpened");
        assertOnce(opening);
        assertThat(runs(opening, "sign-off-check")).isOne();
    }

    /** Injection point: the platform does its work and says nothing. */
    @Test
    void aSilentPlatformIsAskedForProofOfTheOrderAndOfTheTest() {
        sandbox.breaks("platform", "silent", Map.of());
        var opening = open("adc", "add");

        awaitStep(workOrder(opening) + ":open:1", "ACKNOWLEDGED");
        sandbox.awaitState("platform", "serviceOrder", workOrder(opening) + ":open:1", "completed");
        fire(opening, "answerOverdue");
        awaitStep(workOrder(opening) + ":check:1", "ACKNOWLEDGED");
        sandbox.awaitState("platform", "serviceTest", workOrder(opening) + ":check:1", "completed");
        fire(opening, "answerOverdue");

        awaitEnd(opening, "serviceOpened");
        assertOnce(opening);
    }

    private void assertOnce(ProcessInstance opening) {
        for (var step : new String[] {"open", "check"}) {
            assertThat(sandbox.applied(workOrder(opening) + ":" + step + ":1"))
                    .as(step)
                    .isOne();
            assertThat(sandbox.ledger(workOrder(opening) + ":" + step + ":2"))
                    .as(step)
                    .isEmpty();
        }
        assertThat(fallouts(opening)).isEmpty();
    }
}
