package esop.provisioning;

import esop.systems.Step;
import esop.systems.resourceordering.ResourceOrdering;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class UndoConstruction implements Undo {

    /** By when it is asked to be gone. */
    private static final Duration TIME = Duration.ofDays(5);

    private final ResourceOrdering resourceOrdering;
    private final Clock clock;

    UndoConstruction(ResourceOrdering resourceOrdering, Clock clock) {
        this.resourceOrdering = resourceOrdering;
        this.clock = clock;
    }

    @Override
    public String of() {
        return "construct";
    }

    @Override
    public String by() {
        return "dismantle";
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        resourceOrdering.dismantle(
                step,
                order.city(),
                order.product(),
                order.customerId(),
                clock.instant().plus(TIME),
                order.priority(),
                order.characteristics(),
                undone);
    }
}
