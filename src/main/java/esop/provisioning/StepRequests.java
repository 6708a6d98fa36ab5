package esop.provisioning;

import esop.systems.Step;
import esop.systems.SystemCalls;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks backing systems for effects so that none happens twice: what is done is not asked for again, what may have arrived is proved
 * first, and only what certainly has no effect is sent again.
 */
@Service
class StepRequests {

    private final RequestedStepRepository repository;
    private final SystemCalls calls;
    private final Telling telling;
    private final Clock clock;

    StepRequests(RequestedStepRepository repository, SystemCalls calls, Telling telling, Clock clock) {
        this.repository = repository;
        this.calls = calls;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param proofAsked nothing was sent: the system is asked what has become of the step */
    record Asked(Step step, String system, boolean proofAsked) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Asked ask(NewServiceOrder order, String name, String system, Consumer<Step> send) {
        return ask(order, name, system, done -> true, send);
    }

    /** @param stands whether what was done before still holds; else it is done anew */
    @Transactional(propagation = Propagation.MANDATORY)
    Asked ask(NewServiceOrder order, String name, String system, Predicate<RequestedStep> stands, Consumer<Step> send) {
        return ask(
                order.id(),
                name,
                system,
                order.productOrderId(),
                stands,
                send,
                step -> RequestedStep.of(step, order.id(), null, system, order.city()));
    }

    /** What is asked for a work order besides the work itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    Asked ask(WorkOrder work, String name, String system, Consumer<Step> send) {
        var facts = work.facts();
        return ask(
                work.id(),
                name,
                system,
                facts.productOrderId(),
                done -> true,
                send,
                step -> RequestedStep.of(step, facts.serviceOrderId(), work.id(), system, facts.city()));
    }

    /** Asks a work order's unit anew, for each time is an effect of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    Asked again(WorkOrder work, String name, String system, Consumer<Step> send) {
        var facts = work.facts();
        var step = repository.latest(work.id(), name).map(this::next).orElse(Step.of(work.id(), name));
        repository.add(RequestedStep.of(step, facts.serviceOrderId(), work.id(), system, facts.city()));
        send.accept(step);
        return new Asked(step, system, false);
    }

    /** Like {@link #takeBack}; what was never sent, or people have not answered, is then known to have no effect. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean drop(Step step) {
        var dropped = calls.cancel(step)
                || repository.find(step).filter(RequestedStep::isLeftToPeople).isPresent();
        if (dropped) {
            repository.save(know(step).dropped());
        }
        return dropped;
    }

    /** Takes back what has not been sent yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean takeBack(Step step) {
        return calls.cancel(step);
    }

    /** What the system may be working on and must be asked to stop; what was not sent yet is taken back instead. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<RequestedStep> beyondTakingBack(Optional<RequestedStep> sent) {
        return sent.filter(RequestedStep::isUncertain).filter(known -> !takeBack(known.step()));
    }

    private Asked ask(
            String aggregate,
            String name,
            String system,
            String productOrderId,
            Predicate<RequestedStep> stands,
            Consumer<Step> send,
            Function<Step, RequestedStep> record) {
        var last = repository.latest(aggregate, name);
        if (last.isPresent() && last.get().isDone() && stands.test(last.get())) {
            return new Asked(last.get().step(), system, false);
        }
        if (last.isPresent() && last.get().isUncertain()) {
            return prove(last.get());
        }
        var step = last.map(this::next).orElse(Step.of(aggregate, name));
        repository.add(record.apply(step));
        send.accept(step);
        tellSent(productOrderId, step, system);
        return new Asked(step, system, false);
    }

    /** A work order is dispatched again on purpose even when it was done before (返工). */
    @Transactional(propagation = Propagation.MANDATORY)
    Asked dispatch(WorkOrder order, String executor, Consumer<Step> send) {
        var last = repository.latest(order.id(), order.step());
        if (last.isPresent() && order.state() != WorkOrderState.GENERATED) {
            if (order.isDone()) {
                return new Asked(last.get().step(), executor, false);
            }
            if (last.get().isUncertain()) {
                return executor.equals(Partner.PEOPLE)
                        ? new Asked(last.get().step(), executor, false)
                        : prove(last.get());
            }
        }
        var step = last.map(this::next).orElse(Step.of(order.id(), order.step()));
        repository.add(RequestedStep.of(
                step,
                order.facts().serviceOrderId(),
                order.id(),
                executor,
                order.facts().city()));
        send.accept(step);
        return new Asked(step, executor, false);
    }

    /** What people were asked for has left no call. */
    private Step next(RequestedStep known) {
        var last = known.step();
        var next = calls.next(last);
        return next.generation() > last.generation()
                ? next
                : new Step(last.aggregate(), last.name(), last.generation() + 1);
    }

    /** The row lock lasts to the end of the transaction: whoever answers meanwhile finds the process waiting. */
    @Transactional(propagation = Propagation.MANDATORY)
    RequestedStep know(Step step) {
        return repository.lock(step).orElseThrow();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void askForProof(Step step) {
        prove(repository.find(step).orElseThrow());
    }

    /** The call is locked before our own row, in the order in which an answer locks them. */
    private Asked prove(RequestedStep known) {
        calls.prove(known.step());
        var current = know(known.step());
        if (current.isUncertain()) {
            repository.save(current.ask(clock.instant()));
        }
        return new Asked(known.step(), known.system(), true);
    }

    private void tellSent(String productOrderId, Step step, String system) {
        telling.tell(
                "call.sent",
                productOrderId,
                step.aggregate(),
                "system",
                system,
                "step",
                step.name(),
                "generation",
                String.valueOf(step.generation()));
    }
}
