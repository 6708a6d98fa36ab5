package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.appointment.Appointments;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 预约: when a partner that has a system comes; the partner's own people say so in ESOP ({@link PartnerWork}). */
@Service
class PartnerVisits {

    static final String STEP = "appoint";
    static final String CALL_OFF = "call-off";
    private static final String EARLIEST = "P1D";

    private final PartnerRepository repository;
    private final WorkOrderRepository workOrders;
    private final ServiceOrders serviceOrders;
    private final StepRequests steps;
    private final RequestedStepRepository requested;
    private final Appointments appointments;
    private final WorkingTime workingTime;
    private final Clock clock;

    PartnerVisits(
            PartnerRepository repository,
            WorkOrderRepository workOrders,
            ServiceOrders serviceOrders,
            StepRequests steps,
            RequestedStepRepository requested,
            Appointments appointments,
            WorkingTime workingTime,
            Clock clock) {
        this.repository = repository;
        this.workOrders = workOrders;
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.requested = requested;
        this.appointments = appointments;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @Transactional
    Asked request(String workOrderId) {
        var work = workOrders.get(workOrderId);
        var order = serviceOrders.facts(work.facts().serviceOrderId());
        var system =
                Objects.requireNonNull(repository.get(workOrderId).partner().system());
        return steps.ask(
                work,
                STEP,
                system,
                step -> appointments.make(
                        step,
                        system,
                        order.city(),
                        order.product(),
                        order.customerId(),
                        workOrderId,
                        work.facts().place(),
                        workingTime.plus(clock.instant(), EARLIEST)));
    }

    /** Of work that was given up. Nobody waits for that: a visit for nothing costs less than an order that does not end. */
    @Transactional(propagation = Propagation.MANDATORY)
    void callOff(String serviceOrderId) {
        requested
                .latestOfWork(serviceOrderId, List.of(STEP))
                .filter(RequestedStep::isDone)
                .ifPresent(made -> {
                    var work = workOrders.get(made.step().aggregate());
                    if (work.state() == WorkOrderState.CANCELLED) {
                        callOff(work, made);
                    }
                });
    }

    private void callOff(WorkOrder work, RequestedStep made) {
        var city = work.facts().city();
        steps.ask(
                work,
                CALL_OFF,
                made.system(),
                step -> appointments.callOff(step, made.system(), city, made.step(), "ESOP has given up " + work.id()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void hear(StepAnswered answer) {
        Step step = answer.step();
        if (step.name().equals(STEP) && answer.state() == State.COMPLETED) {
            appointments
                    .visit(answer.body())
                    .ifPresent(visit -> repository.agree(step.aggregate(), visit, answer.system()));
        }
    }
}
