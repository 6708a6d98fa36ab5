package esop.systems.productordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
import esop.systems.calls.CallRecords;
import esop.systems.calls.NewCall;
import esop.systems.calls.OrderProtocol;
import esop.systems.calls.TmfBody;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Product orders in the words of TMF622 4.0.0. */
@Component
class Tmf622ProductOrdering extends OrderProtocol implements ProductOrdering {

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf622ProductOrdering(CallRecords records, TmfBody tmf) {
        super(records, tmf, "/tmf-api/productOrderingManagement/v4", "productOrder", "product-order");
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
                        create,
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

    @Override
    public void cancel(Step step, String system, String city, Step order, String reason) {
        records.record(cancellation(step, system, city, order, reason).compensating(order.key()));
    }
}
