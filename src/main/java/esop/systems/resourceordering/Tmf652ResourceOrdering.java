package esop.systems.resourceordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Ordered;
import esop.systems.Step;
import esop.systems.calls.CallRecords;
import esop.systems.calls.OrderProtocol;
import esop.systems.calls.TmfBody;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Resource orders in the words of TMF652 4.0.0. */
@Component
class Tmf652ResourceOrdering extends OrderProtocol implements ResourceOrdering {

    Tmf652ResourceOrdering(CallRecords records, TmfBody tmf, Clock clock) {
        super(records, tmf, clock, "/tmf-api/resourceOrdering/v4", "resourceOrder", "resource-order");
    }

    @Override
    protected ObjectNode body(Step step, Ordered what) {
        var body = priority(tmf.of("ResourceOrder", step), what.priority())
                .put("name", what.product())
                .put("category", "construction")
                .put("requestedCompletionDate", what.by().toString());
        body.set("externalReference", tmf.workOrder(step.aggregate()));
        body.set("relatedParty", tmf.customer(what.customerId()));
        var item = body.putArray("orderItem").addObject();
        item.put("id", "1").put("action", what.action()).put("quantity", 1);
        var resource = item.putObject("resource").put("@type", "Resource").put("name", what.product());
        resource.putObject("resourceSpecification").put("id", what.product()).put("@type", "ResourceSpecification");
        resource.set("place", tmf.place(what.city()));
        resource.set("resourceCharacteristic", tmf.characteristics(what.characteristics()));
        return body;
    }

    @Override
    protected ObjectNode priority(ObjectNode order, int priority) {
        return order.put("priority", priority);
    }
}
