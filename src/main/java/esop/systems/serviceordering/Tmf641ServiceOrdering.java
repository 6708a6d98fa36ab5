package esop.systems.serviceordering;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Service orders in the words of TMF641 4.1.0. */
@Component
class Tmf641ServiceOrdering extends OrderProtocol implements ServiceOrdering {

    private final CallRecords records;
    private final TmfBody tmf;
    private final Clock clock;

    Tmf641ServiceOrdering(CallRecords records, TmfBody tmf, Clock clock) {
        super(records, tmf, "/tmf-api/serviceOrdering/v4", "serviceOrder", "service-order");
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
                        create,
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
                        create,
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

    /** It bears no external id: that of the order would be lost. Its note's id says which step it is. */
    @Override
    public void expedite(Step step, String system, String city, Step order, int priority, String note) {
        var body = tmf.priority("ServiceOrder", String.valueOf(priority));
        records.record(NewCall.of(step, system, expedite, city, Urge.noted(body, step, note, clock.instant()))
                .inLane(order.key()));
    }

    /** An order says by {@code errorMessage} why it failed, by its notes all else. */
    @Override
    protected Optional<String> words(JsonNode order) {
        var errors = order.path("errorMessage");
        return errors.isEmpty()
                ? TmfBody.note(order)
                : TmfBody.text(errors.get(errors.size() - 1), "message").or(() -> TmfBody.note(order));
    }
}
