package esop.systems.resourceordering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
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
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF652: add, modify and delete are all orders; their state comes back by callbacks. */
@Component
class Tmf652ResourceOrdering implements ResourceOrdering, Protocol {

    private static final String RESOURCE_ORDER = "/tmf-api/resourceOrdering/v4/resourceOrder";
    private static final String CREATE = "resource-order.create";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf652ResourceOrdering(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    @Override
    public void order(
            Step step,
            String city,
            String product,
            String action,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics) {
        records.record(NewCall.of(
                step,
                "eoms",
                CREATE,
                city,
                body(step, city, product, action, customerId, requestedCompletion, priority, characteristics)));
    }

    @Override
    public void dismantle(
            Step step,
            String city,
            String product,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics,
            Step construction) {
        records.record(NewCall.of(
                        step,
                        "eoms",
                        CREATE,
                        city,
                        body(step, city, product, "delete", customerId, requestedCompletion, priority, characteristics))
                .compensating(construction.key()));
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
        var body = tmf.of("ResourceOrder", step)
                .put("name", product)
                .put("category", "construction")
                .put("priority", priority)
                .put("requestedCompletionDate", requestedCompletion.toString());
        body.putArray("externalReference")
                .addObject()
                .put("id", step.aggregate())
                .put("name", step.aggregate())
                .put("externalReferenceType", "workOrder");
        body.set("relatedParty", tmf.customer(customerId));
        body.putArray("orderItem").add(item(body.objectNode(), city, product, action, characteristics));
        return body;
    }

    private ObjectNode item(
            ObjectNode item, String city, String product, String action, Map<String, ?> characteristics) {
        item.put("id", "1").put("action", action).put("quantity", 1);
        var resource = item.putObject("resource").put("@type", "Resource").put("name", product);
        resource.putObject("resourceSpecification").put("id", product).put("@type", "ResourceSpecification");
        resource.set("place", tmf.place(city));
        resource.set("resourceCharacteristic", tmf.characteristics(characteristics));
        return item;
    }

    @Override
    public Set<String> operations() {
        return Set.of(CREATE);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        return Request.post(RESOURCE_ORDER, call.payload());
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.of(TmfBody.byExternalId(RESOURCE_ORDER, call.step()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode order) {
        return TmfBody.bears(order, call);
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode order) {
        return TmfBody.text(order, "state")
                .flatMap(word -> TmfStates.ofOrder(word)
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(order, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                TmfBody.note(order).orElse(null))));
    }
}
