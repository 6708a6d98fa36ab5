package esop.provisioning;

import esop.systems.Step;
import esop.systems.productordering.ProductOrdering;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class UndoNetworkOrder implements Undo {

    /** By when it is asked to be gone. */
    private static final Duration TIME = Duration.ofDays(10);

    private final ProductOrdering ordering;
    private final Clock clock;

    UndoNetworkOrder(ProductOrdering ordering, Clock clock) {
        this.ordering = ordering;
        this.clock = clock;
    }

    @Override
    public String of() {
        return NetworkOrders.STEP;
    }

    @Override
    public String by() {
        return "end-up";
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        ordering.end(
                step,
                system,
                order.city(),
                order.product(),
                order.customerId(),
                clock.instant().plus(TIME),
                order.priority(),
                order.characteristics(),
                undone);
    }
}
