package esop.provisioning;

import esop.systems.Step;
import esop.systems.appointment.Appointments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A visit that has not taken place is called off, whatever it was for. */
@Component
class CallOffVisit implements Undo {

    private final Appointments appointments;

    CallOffVisit(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String of() {
        return PartnerVisits.STEP;
    }

    @Override
    public String by() {
        return PartnerVisits.CALL_OFF;
    }

    @Override
    public Optional<String> obstacle(Effect effect) {
        return effect.certainty().equals("by-hand") ? Optional.of("by-hand") : Optional.empty();
    }

    @Override
    public void send(Step step, NewServiceOrder order, String system, Step undone) {
        appointments.callOff(step, system, order.city(), undone, "客户撤单");
    }
}
