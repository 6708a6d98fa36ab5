package esop.provisioning;

import esop.systems.Step;
import esop.systems.serviceordering.ServiceOrdering;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A partner that has begun may refuse; a person hears of it. Where it has no system, a person has to tell its people. */
@Component
class StopInstallation implements Undo {

    private final ServiceOrdering serviceOrdering;

    StopInstallation(ServiceOrdering serviceOrdering) {
        this.serviceOrdering = serviceOrdering;
    }

    @Override
    public String of() {
        return "install";
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
    public Optional<String> obstacle(Effect effect) {
        return effect.system().equals(Partner.PEOPLE) ? Optional.of("by-hand") : Undo.super.obstacle(effect);
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        serviceOrdering.cancel(step, system, order.city(), undone, "客户撤单");
    }
}
