package esop.systems.productordering;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.systems.Ordered;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallScene;
import esop.systems.calls.CallState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class Tmf622ProductOrderingTests extends CallScene {

    @Autowired
    private ProductOrdering ordering;

    private final Step ordered = Step.of(aggregate, "order-up");
    private final Step withdrawn = Step.of(aggregate, "withdraw");

    @BeforeEach
    void theFirstLevelWaitsForAPerson() {
        sandbox.behaves("first-level", Map.of("answerAfterMs", 200, "manual", true));
    }

    @AfterEach
    void theFirstLevelIsAsUsual() {
        sandbox.behaves("first-level", Map.of("answerAfterMs", 1500, "manual", false));
    }

    @Test
    void anOrderIsHeldGoesOnAndIsDoneInPart() {
        order();
        says("hold", "other province is busy");
        awaitTold(State.HELD);
        says("resume", "");
        awaitTold(State.IN_PROGRESS);
        says("partial", "one end is missing");
        awaitTold(State.FAILED);

        assertThat(call(ordered).externalId()).startsWith("FL-PO-");
        assertThat(answersOf(ordered)).containsExactly(State.ACKNOWLEDGED, State.HELD, State.IN_PROGRESS, State.FAILED);
        assertThat(told).last().extracting(StepAnswered::errorClass).isEqualTo("partial");
        assertThat(told).last().extracting(StepAnswered::message).isEqualTo("one end is missing");
    }

    @Test
    void anOrderIsWithdrawnByATaskOfItsOwn() {
        order();
        awaitCall(ordered, CallState.DONE);
        inTransaction(() -> ordering.cancel(withdrawn, "first-level", NANJING, ordered, "given up"));
        sandbox.answers("first-level", "cancelProductOrder", withdrawn.key(), "complete", "");
        awaitTold(State.CANCELLED);
        awaitTold(State.COMPLETED);
        assertThat(sandbox.ledger(withdrawn.key()))
                .extracting("operation")
                .containsExactly("cancelProductOrder.create");
    }

    @Test
    void anOrderThatWasRefusedHasNothingToWithdraw() {
        sandbox.breaks("first-level", "refuse", Map.of("times", 1));
        order();
        awaitTold(State.REJECTED);
        inTransaction(() -> ordering.cancel(withdrawn, "first-level", NANJING, ordered, "given up"));
        awaitTold(State.COMPLETED);
        assertThat(sandbox.ledger(withdrawn.key())).isEmpty();
    }

    private List<State> answersOf(Step step) {
        return told.stream()
                .filter(answer -> answer.step().equals(step))
                .map(StepAnswered::state)
                .toList();
    }

    private void order() {
        var wanted = new Ordered(
                NANJING,
                "cross-province-line",
                "add",
                "C320100002",
                Instant.now().plusSeconds(86_400),
                2,
                Map.of("bandwidth", "100M"));
        inTransaction(() -> ordering.order(ordered, "first-level", wanted));
    }

    private void says(String answer, String reason) {
        sandbox.answers("first-level", "productOrder", ordered.key(), answer, reason);
    }
}
