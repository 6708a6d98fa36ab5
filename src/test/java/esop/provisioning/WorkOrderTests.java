package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.systems.StepAnswered.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkOrderTests {

    private final WorkOrder work = new WorkOrder(
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
                    "system"),
            WorkOrderState.GENERATED,
            0,
            0,
            null,
            null,
            null,
            1);

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
}
