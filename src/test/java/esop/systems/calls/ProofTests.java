package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import esop.EsopTest;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever asks for a proof gets one, whatever it says. */
@EsopTest
class ProofTests extends CallScene {

    /** Injection point: the callbacks, none of which ever comes. */
    @Test
    void anAnswerThatNeverCameIsFoundByAsking() {
        sandbox.breaks("eoms", "silent", Map.of());
        order(step);
        awaitTold(State.ACKNOWLEDGED);
        sandbox.awaitState("eoms", "resourceOrder", step.key(), "completed");
        assertThat(states()).containsExactly(State.ACKNOWLEDGED);

        inTransaction(() -> calls.prove(step));
        awaitTold(State.COMPLETED);

        assertThat(told.get(1).source()).isEqualTo(Source.PROOF);
        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }

    @Test
    void whatIsStillBeingWorkedOnIsToldAgainToWhoeverAsks() {
        sandbox.behaves("eoms", Map.of("manual", true));
        order(step);
        awaitTold(State.ACKNOWLEDGED);

        inTransaction(() -> calls.prove(step));
        await().atMost(SOON).until(() -> told.size() == 2);
        inTransaction(() -> calls.prove(step));
        await().atMost(SOON).until(() -> told.size() == 3);

        assertThat(states()).containsOnly(State.ACKNOWLEDGED);
        assertThat(told.get(2).source()).isEqualTo(Source.PROOF);
    }

    @Test
    void whatTheSystemNeverHeardOfIsSaidSo() {
        inTransaction(() -> {
            messages.send(step, NANJING, "SMS", "13900000000", "never sent");
            calls.cancel(step);
        });

        inTransaction(() -> calls.prove(step));
        awaitTold(State.UNKNOWN);

        assertThat(told).singleElement().satisfies(answer -> {
            assertThat(answer.source()).isEqualTo(Source.PROOF);
            assertThat(answer.errorClass()).isEqualTo("never-arrived");
        });
        assertThat(sandbox.ledger(step.key())).isEmpty();
    }

    /** Injection point: applied, but every answer and every proof fails until we have given up. */
    @Test
    void whatWasGivenUpComesBackWhenItTurnsOutToExist() {
        sandbox.breaks("boss", "error500", Map.of("apply", true));
        activate(step);
        awaitTold(State.UNREACHABLE);
        sandbox.heal();

        inTransaction(() -> calls.prove(step));
        awaitTold(State.COMPLETED);

        assertThat(call(step).state()).isEqualTo("DONE");
        assertThat(sandbox.applied(step.key())).isEqualTo(1);
        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }

    @Test
    void whatWasNeverRequestedCannotBeProven() {
        assertThatThrownBy(() -> inTransaction(() -> calls.prove(step))).isInstanceOf(IllegalArgumentException.class);
    }
}
