package esop.provisioning;

import esop.systems.Step;
import esop.systems.resourcepool.ResourceReservation;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class UndoReservation implements Undo {

    private final ResourceReservation reservation;

    UndoReservation(ResourceReservation reservation) {
        this.reservation = reservation;
    }

    @Override
    public String of() {
        return "reserve";
    }

    @Override
    public String by() {
        return "release";
    }

    /** A release asks first what there is, and resources are given back whatever they were taken for. */
    @Override
    public Optional<String> obstacle(Effect effect) {
        return effect.certainty().equals("by-hand") ? Optional.of("by-hand") : Optional.empty();
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        reservation.release(step, order.city(), undone);
    }
}
