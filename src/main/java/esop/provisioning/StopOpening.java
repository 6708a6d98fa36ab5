package esop.provisioning;

import esop.systems.Step;
import esop.systems.serviceordering.ServiceOrdering;
import org.springframework.stereotype.Component;

/** A unit that has begun may refuse; a person hears of it. */
@Component
class StopOpening implements Undo {

    private final ServiceOrdering serviceOrdering;

    StopOpening(ServiceOrdering serviceOrdering) {
        this.serviceOrdering = serviceOrdering;
    }

    @Override
    public String of() {
        return "open";
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
        serviceOrdering.cancel(step, system, order.city(), undone, "客户撤单");
    }
}
