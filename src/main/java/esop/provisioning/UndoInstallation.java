package esop.provisioning;

import esop.systems.Step;
import esop.systems.serviceordering.ServiceOrdering;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a partner's people have installed without a system, only they can take away again. */
@Component
class UndoInstallation implements Undo {

    /** By when it is asked to be gone. */
    private static final Duration TIME = Duration.ofDays(5);

    private final ServiceOrdering serviceOrdering;
    private final Clock clock;

    UndoInstallation(ServiceOrdering serviceOrdering, Clock clock) {
        this.serviceOrdering = serviceOrdering;
        this.clock = clock;
    }

    @Override
    public String of() {
        return "install";
    }

    @Override
    public String by() {
        return "uninstall";
    }

    @Override
    public Optional<String> obstacle(Effect effect) {
        return effect.system().equals(Partner.PEOPLE) ? Optional.of("by-hand") : Undo.super.obstacle(effect);
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
