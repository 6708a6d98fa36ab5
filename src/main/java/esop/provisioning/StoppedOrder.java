package esop.provisioning;

import esop.systems.Ordering;
import esop.systems.Step;

/** Withdraws an order that is still carried out. Whoever has begun may refuse; a person hears of it. */
record StoppedOrder(String of, Ordering ordering) implements Undo {

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
