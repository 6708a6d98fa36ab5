package esop.provisioning;

import esop.systems.Step;
import esop.systems.serviceordering.ServiceOrdering;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class UndoOpening implements Undo {

    /** By when it is asked to be gone. */
    private static final Duration TIME = Duration.ofDays(1);

    private final ServiceOrdering serviceOrdering;
    private final Clock clock;

    UndoOpening(ServiceOrdering serviceOrdering, Clock clock) {
        this.serviceOrdering = serviceOrdering;
        this.clock = clock;
    }

    @Override
    public String of() {
        return "open";
    }

    @Override
    public String by() {
        return "close";
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        serviceOrdering.close(
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
