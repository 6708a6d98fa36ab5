package esop.sandbox.eoms;

import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.UnitOrders;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Construction orders. */
@Component
@Order(1)
class ResourceOrders extends UnitOrders {

    static final Kind KIND =
            new Kind(Eoms.SYSTEM, Eoms.ORDERING, "resourceOrder", "施工单", "Construction orders", "EOMS-RO-", "tmf652");

    ResourceOrders() {
        super(KIND, "orderItem", "EOMS itself", "EOMS");
    }
}
