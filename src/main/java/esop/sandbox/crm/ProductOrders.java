package esop.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The mirror of ESOP's orders. ESOP is their master: the CRM writes down what it is told and decomposes nothing. */
@Component
@Order(2)
class ProductOrders implements TmfResource {

    static final Kind KIND = new Kind(
            Crm.SYSTEM, "productOrderingManagement/v4", "productOrder", "产品订单镜像", "Order mirror", "CRM-PO-", "tmf622");

    private static final Set<String> OVER = Set.of("completed", "cancelled", "rejected");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle("state", "acknowledged", List.of(), "acknowledged", "failed", "rejected", OVER);
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        record.put("orderDate", asked.at().toString());
        return record.path("state").asText(lifecycle().first());
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        var state = TmfResource.super.patch(before, record, patch);
        if (OVER.contains(before.state()) && !state.equals(before.state())) {
            throw Refusal.notPossible("order " + before.id() + " is " + before.state() + " and cannot become " + state);
        }
        return state;
    }
}
