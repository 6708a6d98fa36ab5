package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.provisioning.ServiceOrderView.WorkOrderView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceOrderViewTests {

    @ParameterizedTest
    @CsvSource({
        "executing archived, archived",
        "archived executing, archived",
        "refused done, done",
        "cancelled generated, generated",
        "refused refused,"
    })
    void howFarItIsSaysTheFurthestWorkOrderThatIsStillThere(String stages, String furthest) {
        var works =
                Stream.of(stages.split(" ")).map(ServiceOrderViewTests::work).toList();
        var view = new ServiceOrderView(
                "SO1",
                "PO1",
                "1",
                "mas",
                "add",
                "inProgress",
                "path-eoms-and-si",
                0,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                Map.of(),
                null,
                Outlook.NONE,
                works);

        assertThat(view.furthestStage().orElse(null)).isEqualTo(furthest);
    }

    private static WorkOrderView work(String stage) {
        return new WorkOrderView(
                "WO1", "", stage, "eoms", Instant.EPOCH, Instant.EPOCH, null, null, null, Outlook.NONE);
    }
}
