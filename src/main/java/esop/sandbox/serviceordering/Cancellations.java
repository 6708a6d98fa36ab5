package esop.sandbox.serviceordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Progress;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Withdrawals of service orders (撤单): assessed, then done, or refused by a system that has begun. */
public abstract class Cancellations implements TmfResource {

    private static final String DONE = "done";
    private static final String REFUSED = "terminatedWithError";

    private final Kind kind;
    private final ServiceOrders orders;
    private final Records records;
    private final Behaviours behaviours;

    protected Cancellations(Kind kind, ServiceOrders orders, Records records, Behaviours behaviours) {
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
        if (order.state().equals(ServiceOrders.ASSESSING)) {
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
            progress.advance(orders, order, ServiceOrders.ASSESSING, null);
            progress.plan(this, task, asked.behaviour());
        }
        return task;
    }

    /** A person may have ended the order meanwhile; then it stays as it is. */
    @Override
    public void entered(Stored task, String state, @Nullable String reason, Instant at, Progress progress) {
        var order = order(task.body());
        var assessed = order.state().equals(ServiceOrders.ASSESSING);
        if (state.equals(DONE)) {
            task.body().put("effectiveCancellationDate", at.toString());
            if (assessed) {
                var why = task.body().path("cancellationReason").asText("");
                progress.advance(orders, order, ServiceOrders.CANCELLED, why);
            }
        } else if (state.equals(REFUSED) && assessed) {
            var working = progress.advance(orders, order, "inProgress", reason);
            progress.plan(orders, working, behaviours.of(kind.system().id()));
        }
    }

    private Stored order(ObjectNode task) {
        return records.lock(kind.system().id(), orders.name(), orderId(task))
                .orElseThrow(
                        () -> Refusal.unprocessable("serviceOrder.id: order " + orderId(task) + " is not known here"));
    }

    private static String orderId(ObjectNode task) {
        return task.path("serviceOrder").path("id").asText();
    }
}
