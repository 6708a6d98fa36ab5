package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Ordered;
import esop.systems.Ordering;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.StepOutlook;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What TM Forum's orders have in common, whatever is ordered: add, modify and delete are all orders, a withdrawal is a task of its
 * own, an urge a patch. The state of the first two comes back by callbacks.
 */
public abstract class OrderProtocol implements Ordering, Protocol {

    protected final TmfBody tmf;

    private final CallRecords records;
    private final Clock clock;
    private final String create;
    private final String cancel;
    private final String expedite;
    private final String name;
    private final String type;
    private final String orders;
    private final String cancellations;

    /**
     * @param api path of the API
     * @param name of the resource, for example {@code serviceOrder}
     * @param operations how its calls are named, for example {@code service-order}
     */
    protected OrderProtocol(CallRecords records, TmfBody tmf, Clock clock, String api, String name, String operations) {
        this.records = records;
        this.tmf = tmf;
        this.clock = clock;
        this.name = name;
        this.type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        this.orders = api + "/" + name;
        this.cancellations = api + "/cancel" + type;
        this.create = operations + ".create";
        this.cancel = operations + ".cancel";
        this.expedite = operations + ".expedite";
    }

    /** The order of one item, in the words of its API. */
    protected abstract ObjectNode body(Step step, Ordered what);

    /** The priority as this API writes it. */
    protected abstract ObjectNode priority(ObjectNode order, int priority);

    @Override
    public void order(Step step, String system, Ordered what) {
        records.record(creation(step, system, what).inLane(step.key()));
    }

    @Override
    public void undo(Step step, String system, Ordered what, Step order) {
        records.record(creation(step, system, what.ended()).inLane(order.key()).compensating(order.key()));
    }

    private NewCall creation(Step step, String system, Ordered what) {
        return NewCall.of(step, system, create, what.city(), body(step, what));
    }

    @Override
    public void cancel(Step step, String system, String city, Step order, String reason) {
        records.record(cancellation(step, system, city, order, reason).compensating(order.key()));
    }

    @Override
    public void stop(Step step, String system, String city, Step order, String reason) {
        records.record(cancellation(step, system, city, order, reason));
    }

    /** In the lane of the order: never before it. Which order it is at the system is known only when it goes out. */
    private NewCall cancellation(Step step, String system, String city, Step order, String reason) {
        var body = tmf.of("Cancel" + type, step).put("cancellationReason", reason);
        return NewCall.of(step, system, cancel, city, body).inLane(order.key());
    }

    /** It bears no external id: that of the order would be lost. Its note's id says which step it is. */
    @Override
    public void expedite(Step step, String system, String city, Step order, int priority, String note) {
        var body = priority(tmf.of(type), priority);
        records.record(NewCall.of(step, system, expedite, city, Urge.noted(body, step, note, clock.instant()))
                .inLane(order.key()));
    }

    /** What the system says of an order or its withdrawal, in words. */
    protected Optional<String> words(JsonNode resource) {
        return TmfBody.note(resource);
    }

    @Override
    public Set<String> operations() {
        return Set.of(create, cancel, expedite);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        if (call.operation().equals(create)) {
            return Request.post(orders, call.payload());
        }
        var order = orderOf(call);
        var known = records.externalIdOf(order.key()).or(() -> orderAtSystem(order, inquiry));
        if (call.operation().equals(expedite)) {
            return known.map(id -> urge(call, orders + "/" + id, inquiry))
                    .orElseGet(() -> new Utterance.Settled(State.REJECTED, "nothing was ordered"));
        }
        return known.<Utterance>map(id -> Request.post(cancellations, of(call, id)))
                .orElseGet(() -> new Utterance.Settled(State.COMPLETED, "nothing was ordered"));
    }

    /** Whatever is asked of an order goes out in its lane. */
    private static Step orderOf(SystemCall call) {
        return Step.parse(Objects.requireNonNull(call.lane()));
    }

    private static Utterance urge(SystemCall call, String path, Inquiry inquiry) {
        var order = inquiry.get(path);
        return Urge.proves(call, order)
                ? new Utterance.Settled(State.COMPLETED, "it bears the note already")
                : Request.patch(path, Urge.patch(call, order));
    }

    private ObjectNode of(SystemCall call, String orderId) {
        ObjectNode body = call.payload().deepCopy();
        body.putObject(name).put("id", orderId).put("@referredType", type);
        return body;
    }

    /** The order was given up without an answer, but may have arrived. */
    private Optional<String> orderAtSystem(Step order, Inquiry inquiry) {
        for (var found : inquiry.get(TmfBody.byExternalId(orders, order).path())) {
            if (TmfBody.bears(found, order)) {
                return TmfBody.text(found, "id");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        if (call.operation().equals(expedite)) {
            return records.externalIdOf(orderOf(call).key()).map(id -> Request.get(orders + "/" + id));
        }
        return Optional.of(TmfBody.byExternalId(call.operation().equals(create) ? orders : cancellations, call.step()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode resource) {
        return call.operation().equals(expedite) ? Urge.proves(call, resource) : TmfBody.bears(resource, call);
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode resource) {
        if (call.operation().equals(expedite)) {
            return Urge.read(call, resource);
        }
        return TmfBody.text(resource, "state")
                .flatMap(word -> state(call, word)
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(resource, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                words(resource).orElse(null))));
    }

    @Override
    public Optional<StepOutlook> outlook(SystemCall call, JsonNode resource, Optional<String> wanted) {
        return call.operation().equals(create) ? TmfOutlook.of(call, resource, wanted) : Optional.empty();
    }

    private Optional<State> state(SystemCall call, String word) {
        return call.operation().equals(create) ? TmfStates.ofOrder(word) : TmfStates.ofTask(word);
    }
}
