package esop.systems.serviceordering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallRecords;
import esop.systems.calls.Inquiry;
import esop.systems.calls.NewCall;
import esop.systems.calls.Protocol;
import esop.systems.calls.Reading;
import esop.systems.calls.Request;
import esop.systems.calls.SystemCall;
import esop.systems.calls.TmfBody;
import esop.systems.calls.TmfStates;
import esop.systems.calls.Urge;
import esop.systems.calls.Utterance;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF641: add, modify and delete are all orders; a withdrawal is a task of its own. The state of both comes back by callbacks. */
@Component
class Tmf641ServiceOrdering implements ServiceOrdering, Protocol {

    private static final String API = "/tmf-api/serviceOrdering/v4";
    private static final String SERVICE_ORDER = API + "/serviceOrder";
    private static final String CANCELLATION = API + "/cancelServiceOrder";
    private static final String CREATE = "service-order.create";
    private static final String CANCEL = "service-order.cancel";
    private static final String EXPEDITE = "service-order.expedite";

    private final CallRecords records;
    private final TmfBody tmf;
    private final Clock clock;

    Tmf641ServiceOrdering(CallRecords records, TmfBody tmf, Clock clock) {
        this.records = records;
        this.tmf = tmf;
        this.clock = clock;
    }

    @Override
    public void order(
            Step step,
            String system,
            String city,
            String product,
            String action,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics) {
        records.record(NewCall.of(
                        step,
                        system,
                        CREATE,
                        city,
                        body(step, city, product, action, customerId, requestedCompletion, priority, characteristics))
                .inLane(step.key()));
    }

    @Override
    public void close(
            Step step,
            String system,
            String city,
            String product,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics,
            Step order) {
        records.record(NewCall.of(
                        step,
                        system,
                        CREATE,
                        city,
                        body(step, city, product, "delete", customerId, requestedCompletion, priority, characteristics))
                .inLane(order.key())
                .compensating(order.key()));
    }

    private ObjectNode body(
            Step step,
            String city,
            String product,
            String action,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics) {
        var body = tmf.of("ServiceOrder", step)
                .put("description", product)
                .put("category", product)
                .put("priority", String.valueOf(priority))
                .put("requestedCompletionDate", requestedCompletion.toString());
        body.putArray("externalReference")
                .addObject()
                .put("id", step.aggregate())
                .put("name", step.aggregate())
                .put("externalReferenceType", "workOrder");
        body.set("relatedParty", tmf.customer(customerId));
        body.putArray("serviceOrderItem").add(item(body.objectNode(), city, product, action, characteristics));
        return body;
    }

    private ObjectNode item(
            ObjectNode item, String city, String product, String action, Map<String, ?> characteristics) {
        item.put("id", "1").put("action", action).put("quantity", 1);
        var service = item.putObject("service").put("@type", "Service").put("name", product);
        service.putObject("serviceSpecification").put("id", product).put("@type", "ServiceSpecification");
        service.putArray("place").add(tmf.place(city));
        service.set("serviceCharacteristic", tmf.characteristics(characteristics));
        return item;
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
        var body = tmf.of("CancelServiceOrder", step).put("cancellationReason", reason);
        return NewCall.of(step, system, CANCEL, city, body).inLane(order.key());
    }

    /** It bears no external id: that of the order would be lost. Its note's id says which step it is. */
    @Override
    public void expedite(Step step, String system, String city, Step order, int priority, String note) {
        var body = tmf.priority("ServiceOrder", String.valueOf(priority));
        records.record(NewCall.of(step, system, EXPEDITE, city, Urge.noted(body, step, note, clock.instant()))
                .inLane(order.key()));
    }

    @Override
    public Set<String> operations() {
        return Set.of(CREATE, CANCEL, EXPEDITE);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        if (call.operation().equals(CREATE)) {
            return Request.post(SERVICE_ORDER, call.payload());
        }
        var order = orderOf(call);
        var known = records.externalIdOf(order.key()).or(() -> orderAtSystem(order, inquiry));
        if (call.operation().equals(EXPEDITE)) {
            return known.map(id -> urge(call, SERVICE_ORDER + "/" + id, inquiry))
                    .orElseGet(() -> new Utterance.Settled(State.REJECTED, "nothing was ordered"));
        }
        return known.<Utterance>map(id -> Request.post(CANCELLATION, cancellation(call, id)))
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

    private static ObjectNode cancellation(SystemCall call, String orderId) {
        ObjectNode body = call.payload().deepCopy();
        body.putObject("serviceOrder").put("id", orderId).put("@referredType", "ServiceOrder");
        return body;
    }

    /** The order was given up without an answer, but may have arrived. */
    private static Optional<String> orderAtSystem(Step order, Inquiry inquiry) {
        for (var found : inquiry.get(TmfBody.byExternalId(SERVICE_ORDER, order).path())) {
            if (TmfBody.bears(found, order)) {
                return TmfBody.text(found, "id");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return switch (call.operation()) {
            case CREATE -> Optional.of(TmfBody.byExternalId(SERVICE_ORDER, call.step()));
            case CANCEL -> Optional.of(TmfBody.byExternalId(CANCELLATION, call.step()));
            default -> records.externalIdOf(orderOf(call).key()).map(id -> Request.get(SERVICE_ORDER + "/" + id));
        };
    }

    @Override
    public boolean proves(SystemCall call, JsonNode resource) {
        return call.operation().equals(EXPEDITE) ? Urge.proves(call, resource) : TmfBody.bears(resource, call);
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode resource) {
        if (call.operation().equals(EXPEDITE)) {
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

    private static Optional<State> state(SystemCall call, String word) {
        return call.operation().equals(CREATE) ? TmfStates.ofOrder(word) : TmfStates.ofCancellation(word);
    }

    /** An order says by {@code errorMessage} why it failed, by its notes all else. */
    private static Optional<String> words(JsonNode order) {
        var errors = order.path("errorMessage");
        return errors.isEmpty()
                ? TmfBody.note(order)
                : TmfBody.text(errors.get(errors.size() - 1), "message").or(() -> TmfBody.note(order));
    }
}
