package esop.provisioning;

import esop.provisioning.WorkOrderAction.Kind;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answers of backing systems into our tables and wakes who waits for them, in the transaction that records them. */
@Component
class StepAnswers {

    private final RequestedStepRepository steps;
    private final WorkOrderRepository workOrders;
    private final ServiceOrders serviceOrders;
    private final Fallouts fallouts;
    private final Stops stops;
    private final Urges urges;
    private final UnitTime unitTime;
    private final AwaitAnswerProcess waiting;
    private final Telling telling;
    private final Clock clock;

    StepAnswers(
            RequestedStepRepository steps,
            WorkOrderRepository workOrders,
            ServiceOrders serviceOrders,
            Fallouts fallouts,
            Stops stops,
            Urges urges,
            UnitTime unitTime,
            AwaitAnswerProcess waiting,
            Telling telling,
            Clock clock) {
        this.steps = steps;
        this.workOrders = workOrders;
        this.serviceOrders = serviceOrders;
        this.fallouts = fallouts;
        this.stops = stops;
        this.urges = urges;
        this.unitTime = unitTime;
        this.waiting = waiting;
        this.telling = telling;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void hear(StepAnswered answer) {
        var known = steps.lock(answer.step()).filter(step -> !step.isDone());
        if (known.isEmpty()) {
            return;
        }
        var heard = known.get().hear(answer, clock.instant());
        var ofWork = heard.workOrderId() != null && Unit.isWork(heard.step().name());
        var step = ofWork ? stops.understand(heard) : heard;
        steps.save(step);
        if (isOfAction(step)) {
            hearOfUrge(step);
        } else if (!ofWork || serviceOrders.hasEnded(step.serviceOrderId())) {
            tell(step, answer);
            holdOrResume(known.get(), step, answer);
        } else {
            hearOfWork(step, workOrders.get(step.workOrderId()), answer);
        }
        if (answer.state().isFinal() || answer.source() == Source.PROOF) {
            waiting.answered(answer.step());
        }
        if (step.isDone() || step.isStopped()) {
            fallouts.answeredAfterAll(answer.step());
        }
    }

    /** A unit that is asked without a work order may stop for a while; the service order stops with it. */
    private void holdOrResume(RequestedStep before, RequestedStep step, StepAnswered answer) {
        var stopsOrGoesOn = answer.state() == State.HELD
                || before.state() == State.HELD
                || answer.step().generation() > 1;
        if (step.workOrderId() != null || !stopsOrGoesOn || serviceOrders.hasEnded(step.serviceOrderId())) {
            return;
        }
        if (answer.state() == State.HELD) {
            serviceOrders.stoppedByUnit(step.serviceOrderId(), answer.message());
        } else {
            serviceOrders.resumedByUnit(step.serviceOrderId());
        }
    }

    /** Only the current dispatch counts; what an earlier one says now is recorded with its step and nowhere else. */
    private void hearOfWork(RequestedStep step, WorkOrder work, StepAnswered answer) {
        if (work.state() == WorkOrderState.CANCELLED && fallouts.gaveUp(work.id())) {
            tell(step, answer);
            return;
        }
        if (work.generation() != answer.step().generation() || !heard(step, work, answer)) {
            return;
        }
        workOrders.save(work);
        telling.tell(
                "work-order.answered",
                work.facts().productOrderId(),
                work.id(),
                "unit",
                work.facts().unit(),
                "state",
                step.isStopped() ? State.CANCELLED.name() : answer.state().name(),
                "message",
                answer.message());
        if (!work.awaitsAnswer()) {
            unitTime.end(work.id());
            stops.dispatchAnswered(work);
            urges.tooLate(work);
        }
    }

    private static boolean heard(RequestedStep step, WorkOrder work, StepAnswered answer) {
        return step.isRecalled()
                ? work.comeBack()
                : work.hear(step.isStopped() ? State.CANCELLED : answer.state(), answer.message());
    }

    /** What was asked of a unit besides has lines of its own in the timeline, of which this one is no news. */
    private static boolean isOfAction(RequestedStep step) {
        return step.workOrderId() != null
                && Arrays.stream(Kind.values())
                        .anyMatch(kind -> kind.step().equals(step.step().name()));
    }

    private void hearOfUrge(RequestedStep step) {
        if (step.step().name().equals(Kind.EXPEDITE.step()) && step.isAnswered()) {
            urges.heard(step, workOrders.get(step.workOrderId()));
        }
    }

    private void tell(RequestedStep step, StepAnswered answer) {
        telling.tell(
                "call.answered",
                serviceOrders.facts(step.serviceOrderId()).productOrderId(),
                step.serviceOrderId(),
                "system",
                step.system(),
                "step",
                step.step().name(),
                "generation",
                String.valueOf(step.step().generation()),
                "state",
                answer.state().name(),
                "message",
                answer.message());
    }
}
