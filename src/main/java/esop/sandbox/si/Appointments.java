package esop.sandbox.si;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Progress;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Visits at a customer's place: asked for, then confirmed, or failed where nobody comes; called off by a change of state. */
@Component
@Order(4)
class Appointments implements TmfResource {

    static final Kind KIND =
            new Kind(Si.SYSTEM, Si.APPOINTMENTS, "appointment", "上门预约", "Appointments", "SI-AP-", "tmf646");

    private static final String CONFIRMED = "confirmed";
    private static final Set<String> OVER = Set.of("cancelled", "completed", "failed");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle(
                "status",
                "initialized",
                List.of(),
                CONFIRMED,
                "failed",
                "failed",
                Set.of(CONFIRMED, "cancelled", "completed", "failed"));
    }

    @Override
    public String prepare(ObjectNode appointment, Asked asked) {
        appointment.put("creationDate", asked.at().toString());
        return lifecycle().first();
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        if (OVER.contains(before.state())) {
            throw Refusal.notPossible("appointment " + before.id() + " is " + before.state());
        }
        return TmfResource.super.patch(before, record, patch);
    }

    @Override
    public void entered(Stored appointment, String state, @Nullable String reason, Instant at, Progress progress) {
        appointment.body().put("lastUpdate", at.toString());
        if (reason != null && !reason.isBlank()) {
            appointment
                    .body()
                    .withArray("note")
                    .addObject()
                    .put("author", Si.SYSTEM.id())
                    .put("date", at.toString())
                    .put("text", reason);
        }
    }
}
