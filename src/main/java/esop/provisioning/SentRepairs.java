package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.activation.ServiceActivation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work of people is not among it: nobody builds a line a second time because a record of the first is missing. */
@Service
class SentRepairs implements StepRepairs {

    private final ServiceRequests requests;
    private final Registrations registrations;
    private final ServiceOrders serviceOrders;
    private final ServiceActivation activation;

    SentRepairs(
            ServiceRequests requests,
            Registrations registrations,
            ServiceOrders serviceOrders,
            ServiceActivation activation) {
        this.requests = requests;
        this.registrations = registrations;
        this.serviceOrders = serviceOrders;
        this.activation = activation;
    }

    @Override
    @Transactional
    public Optional<Step> sendAgain(Step done) {
        var asked = switch (done.name()) {
            case "activate" -> Optional.of(requests.activateAgain(done.aggregate()));
            case Registrations.STEP -> registrations.requestAgain(done.aggregate());
            default -> Optional.<Asked>empty();
        };
        return asked.map(Asked::step);
    }

    @Override
    @Transactional
    public boolean restate(Step as, Step done, String record, @Nullable String subscription) {
        if (done.name().equals("activate")) {
            var order = serviceOrders.facts(done.aggregate());
            activation.restate(
                    as,
                    order.city(),
                    record,
                    order.product(),
                    order.action(),
                    order.customerId(),
                    order.characteristics());
            return true;
        }
        return done.name().equals(Registrations.STEP)
                && subscription != null
                && registrations.restate(as, done.aggregate(), record, subscription);
    }
}
