package esop.sandbox.eoms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Cancellations;
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

/** Construction orders: received, worked on, done; urged by a note and a priority (催单), withdrawn by a task of its own (撤单). */
@Component
@Order(1)
class ResourceOrders implements TmfResource {

    static final Kind KIND =
            new Kind(Eoms.SYSTEM, Eoms.ORDERING, "resourceOrder", "施工单", "Construction orders", "EOMS-RO-", "tmf652");

    private static final Set<String> OVER =
            Set.of("completed", "failed", "rejected", Cancellations.CANCELLED, "partial");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle("state", "acknowledged", List.of("inProgress"), "completed", "failed", "rejected", OVER);
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        if (record.path("orderItem").isEmpty()) {
            throw Refusal.unprocessable("orderItem: an order without an item asks for nothing");
        }
        record.put("orderDate", asked.at().toString());
        if (record.hasNonNull("requestedCompletionDate")) {
            record.set("expectedCompletionDate", record.get("requestedCompletionDate"));
        }
        items(record, lifecycle().first());
        return lifecycle().first();
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        if (OVER.contains(before.state())) {
            throw Refusal.notPossible("order " + before.id() + " is " + before.state());
        }
        if (patch.hasNonNull("state") && !patch.path("state").asText().equals(before.state())) {
            throw Refusal.unprocessable("state: only EOMS itself changes it; cancel with cancelResourceOrder");
        }
        return TmfResource.super.patch(before, record, patch);
    }

    @Override
    public void entered(Stored order, String state, @Nullable String reason, Instant at, Progress progress) {
        var body = order.body();
        items(body, state);
        switch (state) {
            case "inProgress" -> body.put("startDate", at.toString());
            case "completed" -> body.put("completionDate", at.toString());
            case Cancellations.CANCELLED -> body.put("cancellationDate", at.toString());
            default -> {}
        }
        if (reason != null && !reason.isBlank()) {
            body.withArray("note")
                    .addObject()
                    .put("id", Integer.toString(body.path("note").size()))
                    .put("author", "EOMS")
                    .put("date", at.toString())
                    .put("text", reason);
        }
    }

    private static void items(ObjectNode order, String state) {
        if (!state.equals("partial")) {
            order.path("orderItem").forEach(item -> ((ObjectNode) item).put("state", state));
        }
    }
}
