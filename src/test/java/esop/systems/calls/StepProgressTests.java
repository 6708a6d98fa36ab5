package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;

import esop.systems.StepAnswered.State;
import esop.systems.calls.StepProgress.Move;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepProgressTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGED, IN_PROGRESS, FORWARD",
        "ACKNOWLEDGED, COMPLETED, FORWARD",
        "IN_PROGRESS, ACKNOWLEDGED, BACKWARDS",
        "IN_PROGRESS, IN_PROGRESS, SAME",
        "IN_PROGRESS, HELD, FORWARD",
        "HELD, IN_PROGRESS, FORWARD",
        "HELD, ACKNOWLEDGED, BACKWARDS",
        "HELD, CANCELLED, FORWARD",
        "COMPLETED, IN_PROGRESS, ENDED",
        "COMPLETED, FAILED, ENDED",
        "REJECTED, COMPLETED, ENDED",
        "COMPLETED, COMPLETED, SAME"
    })
    void aStepGoesForwardOnly(State known, State said, Move expected) {
        assertThat(new StepProgress(known, null, false).to(said, null)).isEqualTo(expected);
    }

    @Test
    void whatWeConcludedGivesWayToTheSystemsWord() {
        var concluded = new StepProgress(State.UNREACHABLE, null, true);

        assertThat(concluded.to(State.COMPLETED, null)).isEqualTo(Move.FORWARD);
        assertThat(concluded.to(State.ACKNOWLEDGED, null)).isEqualTo(Move.FORWARD);
    }

    @Test
    void anOldEventDoesNotEndAHold() {
        var held = new StepProgress(State.HELD, NOON, false);

        assertThat(held.to(State.IN_PROGRESS, NOON.minusSeconds(1))).isEqualTo(Move.BACKWARDS);
        assertThat(held.to(State.IN_PROGRESS, NOON.plusSeconds(1))).isEqualTo(Move.FORWARD);
    }

    @Test
    void theFirstWordIsAlwaysNews() {
        assertThat(new StepProgress(null, null, false).to(State.FAILED, null)).isEqualTo(Move.FORWARD);
    }
}
