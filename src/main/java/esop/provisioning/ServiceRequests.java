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
    private final EndedSteps ended;
    private final PartnerVisits visits;
    private final PartnerStops partnerStops;
    private final ServiceActivation activation;
    private final ResourceReservation reservation;
    private final ServiceOrdering serviceOrdering;

    ServiceRequests(
            ServiceOrders serviceOrders,
            StepRequests steps,
            RequestedStepRepository requested,
            EndedSteps ended,
            PartnerVisits visits,
            PartnerStops partnerStops,
            ServiceActivation activation,
            ResourceReservation reservation,
            ServiceOrdering serviceOrdering) {
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.requested = requested;
        this.ended = ended;
        this.visits = visits;
        this.partnerStops = partnerStops;
        this.activation = activation;
        this.reservation = reservation;
        this.serviceOrdering = serviceOrdering;
    }

    @Transactional
    Asked activate(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        return steps.ask(order, "activate", "boss", step -> send(step, order));
    }

    /** Though it was done once: what it had made is gone. */
    @Transactional
    Asked activateAgain(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        return steps.ask(order, "activate", "boss", done -> false, step -> send(step, order));
    }

    /** Of several such services of a customer, the very one that was opened then is ended. */
    private void send(Step step, NewServiceOrder order) {
        var opened = order.action().equals("delete") ? ended.of(order, "activate", "activate") : Optional.<Step>empty();
        opened.ifPresentOrElse(
                known -> activation.deactivate(step, order.city(), order.product(), order.customerId(), known),
                () -> activation.activate(
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
                done -> !done.precedes(requested.latest(serviceOrderId, "release")),
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
                done -> !done.precedes(requested.latest(serviceOrderId, "reserve")),
                step -> reservation.release(step, order.city(), reserved));
    }

    /** Releases what the opening of a service reserved that has now been taken down; empty where nothing is known of that. */
    @Transactional
    Optional<Asked> reclaim(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        return ended.of(order, "reserve", "release")
                .map(reserved ->
                        steps.ask(order, "release", "eoms", step -> reservation.release(step, order.city(), reserved)));
    }

    /** Withdraws what a unit may still be working on (撤单); empty where it has nothing of it, or has ended it. */
    @Transactional
    Optional<Asked> withdraw(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        visits.callOff(serviceOrderId);
        var opening = requested.latestOfWork(serviceOrderId, List.of(Unit.PLATFORM.step(), Unit.SI.step()));
        if (opening.filter(asked -> asked.system().equals(Partner.PEOPLE)).isPresent()) {
            return opening.flatMap(partnerStops::askOfGivenUp);
        }
        return steps.beyondTakingBack(opening)
                .map(running -> steps.ask(
                        order,
                        "withdraw",
                        running.system(),
                        done -> !done.precedes(Optional.of(running)),
                        step -> serviceOrdering.cancel(
                                step,
                                running.system(),
                                order.city(),
                                running.step(),
                                "ESOP has given up " + serviceOrderId)));
    }
}
