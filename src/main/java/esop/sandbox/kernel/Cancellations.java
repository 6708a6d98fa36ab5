package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.behaviour.Behaviours;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Withdrawals of a system's orders (撤单): assessed, then done, or refused by whoever has begun. */
public abstract class Cancellations implements TmfResource {

    public static final String ASSESSING = "assessingCancellation";
    public static final String CANCELLED = "cancelled";

    private static final String DONE = "done";
    private static final String REFUSED = "terminatedWithError";

    private final Kind kind;
    private final TmfResource orders;
    private final Records records;
    private final Behaviours behaviours;

    protected Cancellations(Kind kind, TmfResource orders, Records records, Behaviours behaviours) {
        this.kind = kind;
        this.orders = orders;
        this.records = records;
        this.behaviours = behaviours;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE);
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle("state", "accepted", List.of("inProgress"), DONE, REFUSED, REFUSED, Set.of(DONE, REFUSED));
    }

    @Override
    public @Nullable String externalIdOf(ObjectNode body) {
        return records.find(kind.system().id(), orders.name(), orderId(body))
                .map(Stored::externalId)
                .orElse(null);
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        var order = order(record);
        if (order.state().equals(ASSESSING)) {
            throw Refusal.notPossible("a cancellation of order " + order.id() + " is being assessed already");
        }
        return orders.lifecycle().hasEnded(order.state())
                ? REFUSED
                : lifecycle().first();
    }

    @Override
    public Stored opened(Stored task, Asked asked, Progress progress) {
        if (!lifecycle().hasEnded(task.state())) {
            var order = order(task.body());
            progress.unplan(order);
            progress.advance(orders, order, ASSESSING, null);
            progress.plan(this, task, asked.behaviour());
        }
        return task;
    }

    /** A person may have ended the order meanwhile; then it stays as it is. */
    @Override
    public void entered(Stored task, String state, @Nullable String reason, Instant at, Progress progress) {
        var order = order(task.body());
        var assessed = order.state().equals(ASSESSING);
        if (state.equals(DONE)) {
            task.body().put("effectiveCancellationDate", at.toString());
            if (assessed) {
                var why = task.body().path("cancellationReason").asText("");
                progress.advance(orders, order, CANCELLED, why);
            }
        } else if (state.equals(REFUSED) && assessed) {
            var working = progress.advance(orders, order, "inProgress", reason);
            progress.plan(orders, working, behaviours.of(kind.system().id()));
        }
    }

    private Stored order(ObjectNode task) {
        return records.lock(kind.system().id(), orders.name(), orderId(task))
                .orElseThrow(() ->
                        Refusal.unprocessable(orders.name() + ".id: order " + orderId(task) + " is not known here"));
    }

    private String orderId(ObjectNode task) {
        return task.path(orders.name()).path("id").asText();
    }
}
