package esop.provisioning;

import esop.systems.StepAnswered;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.time.Clock;
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
    private final AwaitAnswerProcess waiting;
    private final Telling telling;
    private final Clock clock;

    StepAnswers(
            RequestedStepRepository steps,
            WorkOrderRepository workOrders,
            ServiceOrders serviceOrders,
            Fallouts fallouts,
            AwaitAnswerProcess waiting,
            Telling telling,
            Clock clock) {
        this.steps = steps;
        this.workOrders = workOrders;
        this.serviceOrders = serviceOrders;
        this.fallouts = fallouts;
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
        var step = known.get().hear(answer, clock.instant());
        steps.save(step);
        if (step.workOrderId() == null || serviceOrders.hasEnded(step.serviceOrderId())) {
            tell(step, answer);
            holdOrResume(step, answer);
        } else {
            hearForWork(step, workOrders.get(step.workOrderId()), answer);
        }
        if (answer.state().isFinal() || answer.source() == Source.PROOF) {
            waiting.answered(answer.step());
        }
        if (answer.state() == State.COMPLETED) {
            fallouts.answeredAfterAll(answer.step());
        }
    }

    /** What was asked for a work order besides the work itself does not move it. */
    private void hearForWork(RequestedStep step, WorkOrder work, StepAnswered answer) {
        if (step.step().name().equals(work.step())) {
            hearOfWork(step, work, answer);
        } else {
            tell(step, answer);
        }
    }

    /** A unit that is asked without a work order may stop for a while; the service order stops with it. */
    private void holdOrResume(RequestedStep step, StepAnswered answer) {
        if (step.workOrderId() != null || serviceOrders.hasEnded(step.serviceOrderId())) {
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
        if (work.generation() != answer.step().generation() || !work.hear(answer.state(), answer.message())) {
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
                answer.state().name(),
                "message",
                answer.message());
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
