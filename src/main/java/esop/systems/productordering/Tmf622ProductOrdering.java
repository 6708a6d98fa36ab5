package esop.systems.productordering;

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
import esop.systems.calls.Utterance;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF622: add, modify and delete are all orders; a withdrawal is a task of its own. The state of both comes back by callbacks. */
@Component
class Tmf622ProductOrdering implements ProductOrdering, Protocol {

    private static final String API = "/tmf-api/productOrderingManagement/v4";
    private static final String PRODUCT_ORDER = API + "/productOrder";
    private static final String CANCELLATION = API + "/cancelProductOrder";
    private static final String CREATE = "product-order.create";
    private static final String CANCEL = "product-order.cancel";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf622ProductOrdering(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
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
    public void end(
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
        var body = tmf.of("ProductOrder", step)
                .put("description", product)
                .put("category", product)
                .put("priority", String.valueOf(priority))
                .put("requestedCompletionDate", requestedCompletion.toString());
        body.set("relatedParty", tmf.customer(customerId));
        body.putArray("productOrderItem").add(item(body.objectNode(), city, product, action, characteristics));
        return body;
    }

    private ObjectNode item(
            ObjectNode item, String city, String product, String action, Map<String, ?> characteristics) {
        item.put("id", "1").put("action", action).put("quantity", 1);
        item.putObject("productOffering").put("id", product);
        var ordered = item.putObject("product").put("@type", "Product");
        ordered.putArray("place").add(tmf.place(city));
        ordered.set("productCharacteristic", tmf.characteristics(characteristics));
        return item;
    }

    /** In the lane of the order: never before it. Which order it is at the system is known only when it goes out. */
    @Override
    public void cancel(Step step, String system, String city, Step order, String reason) {
        var body = tmf.of("CancelProductOrder", step).put("cancellationReason", reason);
        records.record(
                NewCall.of(step, system, CANCEL, city, body).inLane(order.key()).compensating(order.key()));
    }

    @Override
    public Set<String> operations() {
        return Set.of(CREATE, CANCEL);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        if (call.operation().equals(CREATE)) {
            return Request.post(PRODUCT_ORDER, call.payload());
        }
        var order = Step.parse(Objects.requireNonNull(call.compensates()));
        return records.externalIdOf(order.key())
                .or(() -> orderAtSystem(order, inquiry))
                .<Utterance>map(id -> Request.post(CANCELLATION, cancellation(call, id)))
                .orElseGet(() -> new Utterance.Settled(State.COMPLETED, "nothing was ordered"));
    }

    private static ObjectNode cancellation(SystemCall call, String orderId) {
        ObjectNode body = call.payload().deepCopy();
        body.putObject("productOrder").put("id", orderId).put("@referredType", "ProductOrder");
        return body;
    }

    /** The order was given up without an answer, but may have arrived. */
    private static Optional<String> orderAtSystem(Step order, Inquiry inquiry) {
        for (var found : inquiry.get(TmfBody.byExternalId(PRODUCT_ORDER, order).path())) {
            if (TmfBody.bears(found, order)) {
                return TmfBody.text(found, "id");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.of(
                TmfBody.byExternalId(call.operation().equals(CREATE) ? PRODUCT_ORDER : CANCELLATION, call.step()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode resource) {
        return TmfBody.bears(resource, call);
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode resource) {
        return TmfBody.text(resource, "state")
                .flatMap(word -> state(call, word)
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(resource, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                TmfBody.note(resource).orElse(null))));
    }

    private static Optional<State> state(SystemCall call, String word) {
        return call.operation().equals(CREATE) ? TmfStates.ofOrder(word) : TmfStates.ofCancellation(word);
    }
}
