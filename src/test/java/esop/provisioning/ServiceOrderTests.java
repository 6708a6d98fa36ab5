package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceOrderTests {

    private final ServiceOrder order = new ServiceOrder(
            new NewServiceOrder(
                    "SO1",
                    "PO1",
                    "1",
                    "suzhou",
                    "C1",
                    "穹石酒店",
                    "A",
                    "vpmn",
                    "add",
                    0,
                    List.of(),
                    Instant.EPOCH,
                    2,
                    Map.of(),
                    null),
            ServiceOrderState.ACKNOWLEDGED,
            null,
            null,
            1);

    @Test
    void aHeldOrderIsCorrectedAndGoesOn() {
        order.begin();
        order.hold("refused");
        order.correct(Map.of("memberCount", 20));
        order.resume();
        order.complete();

        assertThat(order.state()).isEqualTo(ServiceOrderState.COMPLETED);
        assertThat(order.message()).isNull();
        assertThat(order.facts().characteristics()).containsEntry("memberCount", 20);
    }

    @Test
    void aFailedOrderSaysWhy() {
        order.begin();
        order.hold("对方拒绝");
        order.fail(order.message());

        assertThat(order.state()).isEqualTo(ServiceOrderState.FAILED);
        assertThat(order.message()).isEqualTo("对方拒绝");
    }

    @Test
    void everyVerbRefusesTheWrongState() {
        assertThatThrownBy(order::complete).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(order::resume).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> order.correct(Map.of())).isInstanceOf(IllegalStateException.class);
        order.begin();
        assertThatThrownBy(order::begin).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> order.cancel("太迟了")).isInstanceOf(IllegalStateException.class);
        order.complete();
        assertThatThrownBy(() -> order.fail(null)).isInstanceOf(IllegalStateException.class);
    }
}
