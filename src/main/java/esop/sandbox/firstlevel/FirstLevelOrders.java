package esop.sandbox.firstlevel;

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

/** Orders a province has sent up: received, worked on with the other provinces, done; held or done in part when a person says so. */
@Component
@Order(1)
class FirstLevelOrders implements TmfResource {

    static final Kind KIND = new Kind(
            FirstLevel.SYSTEM, FirstLevel.ORDERING, "productOrder", "全网订单", "Network-wide orders", "FL-PO-", "tmf622");

    private static final String HELD = "held";
    private static final String PARTIAL = "partial";
    private static final Set<String> OVER = Set.of("completed", "failed", "rejected", PARTIAL, Cancellations.CANCELLED);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle("state", "acknowledged", List.of("inProgress"), "completed", "failed", "rejected", OVER);
    }

    @Override
    public @Nullable String held() {
        return HELD;
    }

    @Override
    public @Nullable String partial() {
        return PARTIAL;
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        record.put("orderDate", asked.at().toString());
        items(record, lifecycle().first());
        return lifecycle().first();
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        if (OVER.contains(before.state())) {
            throw Refusal.notPossible("order " + before.id() + " is " + before.state());
        }
        if (patch.hasNonNull("state") && !patch.path("state").asText().equals(before.state())) {
            throw Refusal.unprocessable("state: only the first level changes it; cancel with cancelProductOrder");
        }
        return TmfResource.super.patch(before, record, patch);
    }

    @Override
    public void entered(Stored order, String state, @Nullable String reason, Instant at, Progress progress) {
        var body = order.body();
        items(body, state);
        switch (state) {
            case "completed", PARTIAL -> body.put("completionDate", at.toString());
            case Cancellations.CANCELLED -> body.put("cancellationDate", at.toString());
            default -> {}
        }
        if (reason != null && !reason.isBlank()) {
            body.withArray("note")
                    .addObject()
                    .put("id", Integer.toString(body.path("note").size()))
                    .put("author", FirstLevel.SYSTEM.id())
                    .put("date", at.toString())
                    .put("text", reason);
        }
    }

    /** TMF622 knows no item that is there in part. */
    private static void items(ObjectNode order, String state) {
        var word = state.equals(PARTIAL) ? "failed" : state;
        order.path("productOrderItem").forEach(item -> ((ObjectNode) item).put("state", word));
    }
}
