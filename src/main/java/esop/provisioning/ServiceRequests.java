package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.activation.ServiceActivation;
import esop.systems.resourcepool.ResourceReservation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The effects a service order itself asks for, without a work order. */
@Service
class ServiceRequests {

    private final ServiceOrders serviceOrders;
    private final StepRequests steps;
    private final RequestedStepRepository requested;
    private final ServiceActivation activation;
    private final ResourceReservation reservation;

    ServiceRequests(
            ServiceOrders serviceOrders,
            StepRequests steps,
            RequestedStepRepository requested,
            ServiceActivation activation,
            ResourceReservation reservation) {
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.requested = requested;
        this.activation = activation;
        this.reservation = reservation;
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
        return steps.ask(order, "release", "eoms", step -> reservation.release(step, order.city(), reserved));
    }
}
