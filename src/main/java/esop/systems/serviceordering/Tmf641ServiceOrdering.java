package esop.systems.serviceordering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Ordered;
import esop.systems.Step;
import esop.systems.calls.CallRecords;
import esop.systems.calls.OrderProtocol;
import esop.systems.calls.TmfBody;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Service orders in the words of TMF641 4.1.0. */
@Component
class Tmf641ServiceOrdering extends OrderProtocol implements ServiceOrdering {

    Tmf641ServiceOrdering(CallRecords records, TmfBody tmf, Clock clock) {
        super(records, tmf, clock, "/tmf-api/serviceOrdering/v4", "serviceOrder", "service-order");
    }

    @Override
    protected ObjectNode body(Step step, Ordered what) {
        var body = priority(tmf.of("ServiceOrder", step), what.priority())
                .put("description", what.product())
                .put("category", what.product())
                .put("requestedCompletionDate", what.by().toString());
        body.set("externalReference", tmf.workOrder(step.aggregate()));
        body.set("relatedParty", tmf.customer(what.customerId()));
        var item = body.putArray("serviceOrderItem").addObject();
        item.put("id", "1").put("action", what.action()).put("quantity", 1);
        var service = item.putObject("service").put("@type", "Service").put("name", what.product());
        service.putObject("serviceSpecification").put("id", what.product()).put("@type", "ServiceSpecification");
        service.putArray("place").add(tmf.place(what.city()));
        service.set("serviceCharacteristic", tmf.characteristics(what.characteristics()));
        return body;
    }

    @Override
    protected ObjectNode priority(ObjectNode order, int priority) {
        return order.put("priority", String.valueOf(priority));
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
