package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.systems.StepAnswered.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkOrderTests {

    private final WorkOrder work = at(WorkOrderState.GENERATED, 0, false);

    private static WorkOrder in(WorkOrderState state, boolean withdrawing) {
        return at(state, state == WorkOrderState.GENERATED ? 0 : 1, withdrawing);
    }

    private static WorkOrder at(WorkOrderState state, int generation, boolean withdrawing) {
        return new WorkOrder(
                new NewWorkOrder(
                        "WO1",
                        "SO1",
                        "PO1",
                        "专线施工",
                        "construction",
                        "eoms",
                        "wuxi",
                        "wuxi",
                        null,
                        "C1",
                        "澜砚精密",
                        2,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "system",
                        null),
                state,
                generation,
                0,
                null,
                null,
                null,
                withdrawing,
                1);
    }

    @Test
    void itGoesFromGenerationOverSignOffToTheArchive() {
        work.dispatch(1);
        work.hear(State.ACKNOWLEDGED, null);
        assertThat(work.state()).isEqualTo(WorkOrderState.EXECUTING);
        work.hear(State.COMPLETED, "光路已通");
        work.accept("合格", "operations.wuxi");
        work.archive();

        assertThat(work.state().tmf()).isEqualTo("completed");
        assertThat(work.feedback()).isEqualTo("光路已通");
    }

    @Test
    void silenceOfTheUnitIsNoNewsOfIt() {
        work.dispatch(1);

        assertThat(work.hear(State.UNREACHABLE, null)).isFalse();
        assertThat(work.hear(State.UNKNOWN, null)).isFalse();
        assertThat(work.state()).isEqualTo(WorkOrderState.DISPATCHED);
    }

    @Test
    void whatIsArchivedHearsAndDoesNothingMore() {
        work.dispatch(1);
        work.hear(State.COMPLETED, null);
        work.accept(null, "operations.wuxi");
        work.archive();

        assertThat(work.hear(State.FAILED, "迟到的失败")).isFalse();
        assertThatThrownBy(() -> work.dispatch(2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> work.abandon(null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> work.archiveByHand(null, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyFinishedWorkIsSignedOff() {
        work.dispatch(1);

        assertThatThrownBy(() -> work.accept(null, "operations.wuxi")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> work.returnForRework("未完成", "operations.wuxi"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(work::archive).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void returnedWorkIsDispatchedAnew() {
        work.dispatch(1);
        work.hear(State.COMPLETED, null);
        work.returnForRework("标签有误", "operations.wuxi");

        assertThat(work.state()).isEqualTo(WorkOrderState.GENERATED);
        assertThat(work.reworks()).isOne();
        work.dispatch(2);
        assertThat(work.generation()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GENERATED, not-dispatched",
        "DISPATCHED, ",
        "EXECUTING, ",
        "DONE, done",
        "ARCHIVED, ended",
        "FAILED, failed",
        "REFUSED, failed",
        "CANCELLED, ended"
    })
    void onlyAUnitThatWorksIsUrgedOrStopped(WorkOrderState state, String obstacle) {
        assertThat(in(state, false).obstacle()).isEqualTo(Optional.ofNullable(obstacle));
    }

    @ParameterizedTest
    @CsvSource({"DISPATCHED, withdrawing", "EXECUTING, withdrawing", "DONE, done", "CANCELLED, ended"})
    void whoIsAskedToStopIsAskedNothingElse(WorkOrderState state, String obstacle) {
        assertThat(in(state, true).obstacle()).contains(obstacle);
    }

    @Test
    void whatIsRecalledIsDispatchedAnewUnlessItIsDoneAfterAll() {
        var recalled = in(WorkOrderState.EXECUTING, true);
        assertThat(recalled.comeBack()).isTrue();
        assertThat(recalled.hasStopped()).isTrue();
        assertThat(recalled.hear(State.FAILED, null)).isFalse();
        assertThat(recalled.hear(State.COMPLETED, null)).isTrue();
        assertThat(recalled.state()).isEqualTo(WorkOrderState.DONE);

        var again = in(WorkOrderState.EXECUTING, true);
        again.comeBack();
        again.dispatch(2);
        assertThat(again.state()).isEqualTo(WorkOrderState.DISPATCHED);
        assertThat(in(WorkOrderState.DONE, true).comeBack()).isFalse();
    }
}
