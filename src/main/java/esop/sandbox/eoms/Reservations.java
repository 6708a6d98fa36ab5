package esop.sandbox.eoms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resources occupied before construction and released on withdrawal. */
@Component
@Order(2)
class Reservations implements TmfResource {

    static final Kind KIND =
            new Kind(Eoms.SYSTEM, Eoms.POOLS, "reservation", "资源预占", "Reservations", "EOMS-RV-", "tmf685");

    private static final Set<String> GIVEN_BACK = Set.of("released", "cancelled", "expired");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("reservationState", "reserved");
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        return state(record, "reserved");
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        if (GIVEN_BACK.contains(before.state())) {
            throw Refusal.notPossible("reservation " + before.id() + " is " + before.state());
        }
        TmfResource.super.patch(before, record, patch);
        return state(record, before.state());
    }

    private static String state(ObjectNode reservation, String otherwise) {
        var state = reservation.path("reservationState").asText(otherwise);
        reservation.path("reservationItem").forEach(item -> ((ObjectNode) item).put("subReservationState", state));
        return state;
    }
}
