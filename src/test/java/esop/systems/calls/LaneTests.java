package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import esop.EsopTest;
import esop.systems.Step;
import esop.systems.productordering.ProductOrderMirror;
import esop.systems.resourcepool.ResourceReservation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls of one lane arrive in the order of their recording, whatever happens to the first of them. */
@EsopTest
class LaneTests extends CallScene {

    private static final List<String> STATES = List.of("acknowledged", "pending", "inProgress", "completed");

    @Autowired
    private ProductOrderMirror mirror;

    @Autowired
    private ResourceReservation reservations;

    /** Injection point: the first call of the lane fails twice while the others are due already. */
    @Test
    void theStatesOfAnOrderArriveInOrderThoughTheFirstFails() {
        sandbox.breaks("crm", "error500", Map.of("times", 2, "operation", "productOrder.create"));

        STATES.forEach(state -> tell(aggregate, state));
        await().atMost(SOON).until(() -> call(mirrorOf(aggregate, "completed")).state(), "DONE"::equals);

        var applied = STATES.stream()
                .flatMap(state -> sandbox.ledger(mirrorOf(aggregate, state).key()).stream())
                .filter(entry -> entry.applied().equals("yes"))
                .toList();
        assertThat(applied)
                .extracting("operation")
                .containsExactly(
                        "productOrder.create", "productOrder.patch", "productOrder.patch", "productOrder.patch");
        assertThat(sandbox.arrivals(aggregate))
                .as("in the order of the ledger, resends left out")
                .containsExactlyElementsOf(STATES.stream()
                        .map(state -> mirrorOf(aggregate, state).key())
                        .toList());
    }

    @Test
    void aLaneThatStandsDoesNotHoldTheOthers() {
        policy("*", 3, "PT30S");
        sandbox.breaks("crm", "error500", Map.of("times", 1, "operation", "productOrder.create"));
        tell(aggregate, "acknowledged");
        await().atMost(SOON)
                .until(() -> call(mirrorOf(aggregate, "acknowledged")).state(), "RETRY"::equals);

        var other = aggregate + "b";
        tell(aggregate, "pending");
        tell(other, "acknowledged");
        await().atMost(SOON).until(() -> call(mirrorOf(other, "acknowledged")).state(), "DONE"::equals);

        assertThat(call(mirrorOf(aggregate, "pending")).state()).isEqualTo("NEW");
        assertThat(sandbox.ledger(mirrorOf(aggregate, "pending").key())).isEmpty();
    }

    @Test
    void whatIsTakenBackLetsTheNextGo() {
        inTransaction(() -> {
            tell(aggregate, "acknowledged");
            tell(aggregate, "pending");
            calls.cancel(mirrorOf(aggregate, "acknowledged"));
        });

        awaitCall(mirrorOf(aggregate, "pending"), CallState.DONE);
    }

    @Test
    void aReservationIsReleasedAfterItWasMade() {
        var reserve = Step.of(aggregate, "probe");
        var release = Step.of(aggregate, "release");
        sandbox.breaks("eoms", "error500", Map.of("times", 1, "operation", "reservation.create"));

        inTransaction(() -> {
            reservations.reserve(reserve, NANJING, "leased-line", Map.of("bandwidth", 100));
            reservations.release(release, NANJING, reserve);
        });
        awaitCall(release, CallState.DONE);

        assertThat(Stream.of(reserve, release).map(each -> sandbox.applied(each.key())))
                .containsExactly(1L, 1L);
        assertThat(call(release).externalId()).isEqualTo(call(reserve).externalId());
    }

    private void tell(String order, String state) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("@type", "ProductOrder")
                .put("state", state);
        body.putArray("productOrderItem").addObject().put("id", "1").put("action", "add");
        inTransaction(() -> mirror.mirror(mirrorOf(order, state), NANJING, order, body));
    }

    /** The first has the short resend policy of the tests. */
    private static Step mirrorOf(String order, String state) {
        return Step.of(order, state.equals("acknowledged") ? "probe" : "mirror-" + state.toLowerCase());
    }
}
