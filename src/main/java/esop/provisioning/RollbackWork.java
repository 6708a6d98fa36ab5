package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries a rollback from its newest step to its oldest: what the process {@code rollback} asks for. */
@Service
class RollbackWork {

    private final RollbackRepository repository;
    private final ServiceOrders serviceOrders;
    private final StepRequests steps;
    private final RequestedStepRepository requested;
    private final Undos undos;
    private final PartnerStops partnerStops;
    private final Remains remains;
    private final Registrations registrations;
    private final Telling telling;
    private final ApplicationEventPublisher events;

    RollbackWork(
            RollbackRepository repository,
            ServiceOrders serviceOrders,
            StepRequests steps,
            RequestedStepRepository requested,
            Undos undos,
            PartnerStops partnerStops,
            Remains remains,
            Registrations registrations,
            Telling telling,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.requested = requested;
        this.undos = undos;
        this.partnerStops = partnerStops;
        this.remains = remains;
        this.registrations = registrations;
        this.telling = telling;
        this.events = events;
    }

    /** The newest that is not taken back yet. */
    @Transactional(readOnly = true)
    Optional<RollbackStep> next(String rollbackId) {
        return repository.next(rollbackId);
    }

    @Transactional
    Asked ask(String rollbackId) {
        var step = repository.next(rollbackId).orElseThrow();
        var order = serviceOrders.facts(step.serviceOrderId());
        // What ran when the rollback was planned may have ended: then it is taken back instead of stopped.
        var effect = requested.find(step.step());
        var running = effect.filter(RequestedStep::isDone).isEmpty();
        var undo = undos.of(step.step().name(), running).orElseThrow();
        var asked = step.system().equals(Partner.PEOPLE)
                ? partnerStops.ask(step.step().aggregate())
                : steps.ask(
                        order,
                        undo.by(),
                        step.system(),
                        done -> !done.precedes(effect),
                        sent -> undo.send(sent, order, step.system(), step.step()));
        repository.ask(rollbackId, step.position(), undo.by());
        return asked;
    }

    /** @param byPerson a person says that it is taken back, instead of the system */
    @Transactional
    void settle(String rollbackId, boolean byPerson) {
        var step = repository.next(rollbackId).orElseThrow();
        repository.settle(rollbackId, step.position(), byPerson ? "settled" : "undone");
        if (step.step().name().equals(Registrations.STEP)) {
            registrations.takenBack(step.serviceOrderId());
        }
    }

    /** Whoever gives a step up leaves everything older as it is: it may stand on that. */
    @Transactional
    void leaveRest(String rollbackId) {
        repository.leaveRest(rollbackId);
        end(rollbackId, "incomplete");
    }

    @Transactional
    void complete(String rollbackId) {
        end(rollbackId, "undone");
    }

    private void end(String rollbackId, String state) {
        var about = repository.end(rollbackId, state);
        var orderId = about.productOrderId();
        var reached = state.equals("undone") && about.backTo() != null ? "reached" : state;
        telling.tell("rollback.ended", orderId, rollbackId, "state", reached);
        if (about.serviceOrderId() == null) {
            remains.settle(orderId, repository.reached(rollbackId));
        }
        events.publishEvent(new RollbackEnded(orderId));
    }
}
