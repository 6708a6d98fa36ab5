package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.activation.ServiceActivation;
import esop.systems.resourcepool.ResourceReservation;
import esop.systems.serviceordering.ServiceOrdering;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The effects a service order itself asks for, without a work order. */
@Service
class ServiceRequests {

    private final ServiceOrders serviceOrders;
    private final StepRequests steps;
    private final RequestedStepRepository requested;
    private final PartnerVisits visits;
    private final ServiceActivation activation;
    private final ResourceReservation reservation;
    private final ServiceOrdering serviceOrdering;

    ServiceRequests(
            ServiceOrders serviceOrders,
            StepRequests steps,
            RequestedStepRepository requested,
            PartnerVisits visits,
            ServiceActivation activation,
            ResourceReservation reservation,
            ServiceOrdering serviceOrdering) {
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.requested = requested;
        this.visits = visits;
        this.activation = activation;
        this.reservation = reservation;
        this.serviceOrdering = serviceOrdering;
    }

    @Transactional
    Asked activate(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        return steps.ask(
                order,
                "activate",
                "boss",
                step -> activation.activate(
                        step,
                        order.city(),
                        order.product(),
                        order.action(),
                        order.customerId(),
                        order.characteristics()));
    }

    @Transactional
    Asked reserve(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        return steps.ask(
                order,
                "reserve",
                "eoms",
                done -> !isNewer(requested.latest(serviceOrderId, "release"), done),
                step -> reservation.reserve(step, order.city(), order.product(), order.characteristics()));
    }

    /** Releases what the latest reservation took. */
    @Transactional
    Asked release(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        var reserved = requested
                .latest(serviceOrderId, "reserve")
                .map(RequestedStep::step)
                .orElseGet(() -> Step.of(serviceOrderId, "reserve"));
        return steps.ask(
                order,
                "release",
                "eoms",
                done -> !isNewer(requested.latest(serviceOrderId, "reserve"), done),
                step -> reservation.release(step, order.city(), reserved));
    }

    /** Withdraws what a unit may still be working on (撤单); empty where it has nothing of it, or has ended it. */
    @Transactional
    Optional<Asked> withdraw(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        visits.callOff(serviceOrderId);
        return requested
                .latestOfWork(serviceOrderId, List.of(Unit.PLATFORM.step(), Unit.SI.step()))
                .filter(opening -> !opening.system().equals(Partner.PEOPLE))
                .filter(RequestedStep::isUncertain)
                .filter(opening -> !steps.takeBack(opening.step()))
                .map(opening -> steps.ask(
                        order,
                        "withdraw",
                        opening.system(),
                        done -> !isNewer(Optional.of(opening), done),
                        step -> serviceOrdering.cancel(
                                step,
                                opening.system(),
                                order.city(),
                                opening.step(),
                                "ESOP has given up " + serviceOrderId)));
    }

    /** Whether something has come of it since. */
    private static boolean isNewer(Optional<RequestedStep> other, RequestedStep done) {
        return other.map(RequestedStep::heard)
                .filter(heard -> done.heard() != null && heard.isAfter(done.heard()))
                .isPresent();
    }
}
