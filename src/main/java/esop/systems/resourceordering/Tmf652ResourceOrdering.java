package esop.systems.resourceordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
import esop.systems.calls.CallRecords;
import esop.systems.calls.NewCall;
import esop.systems.calls.OrderProtocol;
import esop.systems.calls.TmfBody;
import esop.systems.calls.Urge;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Resource orders in the words of TMF652 4.0.0. */
@Component
class Tmf652ResourceOrdering extends OrderProtocol implements ResourceOrdering {

    private final CallRecords records;
    private final TmfBody tmf;
    private final Clock clock;

    Tmf652ResourceOrdering(CallRecords records, TmfBody tmf, Clock clock) {
        super(records, tmf, "/tmf-api/resourceOrdering/v4", "resourceOrder", "resource-order");
        this.records = records;
        this.tmf = tmf;
        this.clock = clock;
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
                        create,
                        city,
                        body(step, city, product, action, customerId, requestedCompletion, priority, characteristics))
                .inLane(step.key()));
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
                        create,
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
    public void cancel(Step step, String city, Step construction, String reason) {
        records.record(cancellation(step, "eoms", city, construction, reason).compensating(construction.key()));
    }

    @Override
    public void stop(Step step, String city, Step construction, String reason) {
        records.record(cancellation(step, "eoms", city, construction, reason));
    }

    /** It bears no external id: that of the order would be lost. Its note's id says which step it is. */
    @Override
    public void expedite(Step step, String city, Step construction, int priority, String note) {
        var body = tmf.priority("ResourceOrder", priority);
        records.record(NewCall.of(step, "eoms", expedite, city, Urge.noted(body, step, note, clock.instant()))
                .inLane(construction.key()));
    }
}
