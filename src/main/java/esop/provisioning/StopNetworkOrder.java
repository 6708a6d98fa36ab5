package esop.provisioning;

import esop.systems.Step;
import esop.systems.productordering.ProductOrdering;
import org.springframework.stereotype.Component;

/** The first level may refuse when a province has begun; a person hears of it. */
@Component
class StopNetworkOrder implements Undo {

    private final ProductOrdering ordering;

    StopNetworkOrder(ProductOrdering ordering) {
        this.ordering = ordering;
    }

    @Override
    public String of() {
        return NetworkOrders.STEP;
    }

    @Override
    public String by() {
        return "withdraw";
    }

    @Override
    public boolean ofRunning() {
        return true;
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        ordering.cancel(step, system, order.city(), undone, "客户撤单");
    }
}
