package esop.provisioning;

import esop.systems.Ordering;
import esop.systems.Step;
import java.time.Clock;
import java.time.Duration;

/**
 * Takes back what an order has brought about by an order of its own.
 *
 * @param time from now until when it is asked to be gone
 */
record ClosingOrder(String of, String by, Ordering ordering, Duration time, Clock clock) implements Undo {

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        ordering.undo(step, system, order.wanted(clock.instant().plus(time)), undone);
    }
}
