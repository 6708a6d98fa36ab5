package esop.systems.productordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Ordered;
import esop.systems.Step;
import esop.systems.calls.CallRecords;
import esop.systems.calls.OrderProtocol;
import esop.systems.calls.TmfBody;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Product orders in the words of TMF622 4.0.0. */
@Component
class Tmf622ProductOrdering extends OrderProtocol implements ProductOrdering {

    Tmf622ProductOrdering(CallRecords records, TmfBody tmf, Clock clock) {
        super(records, tmf, clock, "/tmf-api/productOrderingManagement/v4", "productOrder", "product-order");
    }

    @Override
    protected ObjectNode body(Step step, Ordered what) {
        var body = priority(tmf.of("ProductOrder", step), what.priority())
                .put("description", what.product())
                .put("category", what.product())
                .put("requestedCompletionDate", what.by().toString());
        body.set("relatedParty", tmf.customer(what.customerId()));
        var item = body.putArray("productOrderItem").addObject();
        item.put("id", "1").put("action", what.action()).put("quantity", 1);
        item.putObject("productOffering").put("id", what.product());
        var product = item.putObject("product").put("@type", "Product");
        product.putArray("place").add(tmf.place(what.city()));
        product.set("productCharacteristic", tmf.characteristics(what.characteristics()));
        return body;
    }

    @Override
    protected ObjectNode priority(ObjectNode order, int priority) {
        return order.put("priority", String.valueOf(priority));
    }
}
