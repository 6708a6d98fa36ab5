package esop.provisioning;

import esop.systems.Step;
import esop.systems.resourceordering.ResourceOrdering;
import org.springframework.stereotype.Component;

/** A unit that has begun may refuse; a person hears of it. */
@Component
class StopConstruction implements Undo {

    private final ResourceOrdering resourceOrdering;

    StopConstruction(ResourceOrdering resourceOrdering) {
        this.resourceOrdering = resourceOrdering;
    }

    @Override
    public String of() {
        return "construct";
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
        resourceOrdering.cancel(step, order.city(), undone, "客户撤单");
    }
}
