package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A system's orders: received, worked on, done; withdrawn by a task of its own (撤单). */
public abstract class Orders implements TmfResource {

    protected static final String COMPLETED = "completed";
    protected static final String PARTIAL = "partial";

    private static final Set<String> OVER = Set.of(COMPLETED, "failed", "rejected", Cancellations.CANCELLED, PARTIAL);

    private final Kind kind;
    private final String items;
    private final String master;
    private final String author;

    /**
     * @param items the field with what is ordered
     * @param master who alone changes an order's state, as refusals name it
     * @param author of the notes with which it does so
     */
    protected Orders(Kind kind, String items, String master, String author) {
        this.kind = kind;
        this.items = items;
        this.master = master;
        this.author = author;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle("state", "acknowledged", List.of("inProgress"), COMPLETED, "failed", "rejected", OVER);
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
            throw Refusal.unprocessable("state: only " + master + " changes it; cancel with cancel" + typeName());
        }
        check(patch);
        return TmfResource.super.patch(before, record, patch);
    }

    /** What else a change of an order must keep to. */
    protected void check(ObjectNode patch) {}

    @Override
    public void entered(Stored order, String state, @Nullable String reason, Instant at, Progress progress) {
        var body = order.body();
        items(body, state);
        dates(body, state, at);
        if (reason != null && !reason.isBlank()) {
            body.withArray("note")
                    .addObject()
                    .put("id", Integer.toString(body.path("note").size()))
                    .put("author", author)
                    .put("date", at.toString())
                    .put("text", reason);
            explained(body, state, reason, at);
        }
    }

    protected void dates(ObjectNode order, String state, Instant at) {
        switch (state) {
            case COMPLETED -> order.put("completionDate", at.toString());
            case Cancellations.CANCELLED -> order.put("cancellationDate", at.toString());
            default -> {}
        }
    }

    /** Somebody has said why the order has gone on to a state. */
    protected void explained(ObjectNode order, String state, String reason, Instant at) {}

    protected final JsonNode itemsOf(ObjectNode order) {
        return order.path(items);
    }

    /** Of an order that is done in part, each item stays as it was. */
    protected void items(ObjectNode order, String state) {
        if (!state.equals(PARTIAL)) {
            itemsOf(order).forEach(item -> ((ObjectNode) item).put("state", state));
        }
    }

    protected final void requireItems(ObjectNode order) {
        if (order.path(items).isEmpty()) {
            throw Refusal.unprocessable(items + ": an order without an item asks for nothing");
        }
    }
}
