package esop.sandbox.serviceordering;

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

/** Service orders: received, worked on, done; urged by a note and a priority (催单), withdrawn by a task of its own (撤单). */
public abstract class ServiceOrders implements TmfResource {

    private static final Set<String> OVER =
            Set.of("completed", "failed", "rejected", Cancellations.CANCELLED, "partial");

    private final Kind kind;
    private final String servicePrefix;

    /** @param servicePrefix with which the numbers of the opened services begin */
    protected ServiceOrders(Kind kind, String servicePrefix) {
        this.kind = kind;
        this.servicePrefix = servicePrefix;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle("state", "acknowledged", List.of("inProgress"), "completed", "failed", "rejected", OVER);
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        if (record.path("serviceOrderItem").isEmpty()) {
            throw Refusal.unprocessable("serviceOrderItem: an order without an item asks for nothing");
        }
        record.put("orderDate", asked.at().toString());
        if (record.hasNonNull("requestedCompletionDate")) {
            record.set("expectedCompletionDate", record.get("requestedCompletionDate"));
        }
        record.path("serviceOrderItem")
                .forEach(item -> number((ObjectNode) item, record.path("id").asText()));
        items(record, lifecycle().first());
        return lifecycle().first();
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        if (OVER.contains(before.state())) {
            throw Refusal.notPossible("order " + before.id() + " is " + before.state());
        }
        if (patch.hasNonNull("state") && !patch.path("state").asText().equals(before.state())) {
            throw Refusal.unprocessable("state: only the system itself changes it; cancel with cancelServiceOrder");
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
                    .put("author", kind.system().id())
                    .put("date", at.toString())
                    .put("text", reason);
            if (state.equals("failed")) {
                body.withArray("errorMessage")
                        .addObject()
                        .put("code", "openingFailed")
                        .put("message", reason)
                        .put("timestamp", at.toString());
            }
        }
    }

    /** The service of an item is known by the order that opens it. */
    private void number(ObjectNode item, String orderId) {
        var service = (ObjectNode) item.path("service");
        if (!service.hasNonNull("id")) {
            var number = orderId.replace(kind.idPrefix(), servicePrefix);
            service.put("id", number + "-" + item.path("id").asText());
        }
    }

    /** The order that opened a service, by the service's number. */
    public String orderOf(String serviceId) {
        return serviceId.replace(servicePrefix, kind.idPrefix()).replaceFirst("(?<=\\d)-[^-]*$", "");
    }

    private static void items(ObjectNode order, String state) {
        if (!state.equals("partial")) {
            order.path("serviceOrderItem").forEach(item -> ((ObjectNode) item).put("state", state));
        }
    }
}
