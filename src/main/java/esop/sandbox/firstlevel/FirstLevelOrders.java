package esop.sandbox.firstlevel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Orders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Orders a province has sent up, worked on with the other provinces; held or done in part when a person says so. */
@Component
@Order(1)
class FirstLevelOrders extends Orders {

    static final Kind KIND = new Kind(
            FirstLevel.SYSTEM, FirstLevel.ORDERING, "productOrder", "全网订单", "Network-wide orders", "FL-PO-", "tmf622");

    FirstLevelOrders() {
        super(KIND, "productOrderItem", "the first level", FirstLevel.SYSTEM.id());
    }

    @Override
    public @Nullable String held() {
        return "held";
    }

    @Override
    public @Nullable String partial() {
        return PARTIAL;
    }

    @Override
    protected void dates(ObjectNode order, String state, Instant at) {
        super.dates(order, state.equals(PARTIAL) ? COMPLETED : state, at);
    }

    /** TMF622 knows no item that is there in part. */
    @Override
    protected void items(ObjectNode order, String state) {
        super.items(order, state.equals(PARTIAL) ? "failed" : state);
    }
}
