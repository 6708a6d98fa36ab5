package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.provisioning.WorkOrderAction.State;
import esop.systems.Step;
import esop.systems.StepAnswered;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤单 and 拉回 at the unit: what the process {@code work-order-withdrawal} asks for. The dispatch itself goes on waiting for its unit's
 * answer, and whatever that says wins: what the unit has stopped it calls cancelled.
 */
@Service
class Stops {

    private final WorkOrderRepository workOrders;
    private final WorkOrderActionRepository actions;
    private final RequestedStepRepository requested;
    private final FalloutRepository fallouts;
    private final StepRequests steps;
    private final WorkOrderWithdrawalProcess process;
    private final PartnerWorkProcess partnerWork;
    private final UnitOrdering ordering;
    private final Telling telling;

    Stops(
            WorkOrderRepository workOrders,
            WorkOrderActionRepository actions,
            RequestedStepRepository requested,
            FalloutRepository fallouts,
            StepRequests steps,
            WorkOrderWithdrawalProcess process,
            PartnerWorkProcess partnerWork,
            UnitOrdering ordering,
            Telling telling) {
        this.workOrders = workOrders;
        this.actions = actions;
        this.requested = requested;
        this.fallouts = fallouts;
        this.steps = steps;
        this.process = process;
        this.partnerWork = partnerWork;
        this.ordering = ordering;
        this.telling = telling;
    }

    /** What the unit has perhaps been asked before, it is not asked again; it then says what has become of that. People are. */
    @Transactional
    Asked request(String workOrderId) {
        var stop = actions.stopping(workOrderId).orElseThrow();
        var work = workOrders.get(workOrderId);
        var before = actions.of(workOrderId).stream()
                .anyMatch(other -> other.kind().stops()
                        && other.dispatch() == stop.dispatch()
                        && other.state() == State.UNANSWERED);
        var executor = executor(work);
        var asked = before && !executor.equals(Partner.PEOPLE)
                ? steps.ask(work, stop.kind().step(), executor, step -> send(step, executor, work, stop))
                : steps.again(work, stop.kind().step(), executor, step -> send(step, executor, work, stop));
        actions.ask(stop, asked.step().generation());
        return asked;
    }

    /** Whoever the dispatch was asked of. */
    private String executor(WorkOrder work) {
        return requested
                .find(dispatched(work))
                .map(RequestedStep::system)
                .orElse(work.facts().unit());
    }

    private void send(Step step, String executor, WorkOrder work, WorkOrderAction stop) {
        if (executor.equals(Partner.PEOPLE)) {
            return;
        }
        var facts = work.facts();
        var dispatched = dispatched(work);
        ordering.of(facts.unit()).stop(step, executor, facts.city(), dispatched, stop.words());
    }

    /**
     * Ends the stop as its unit has answered, or as the dispatch has ended meanwhile.
     *
     * @param outcome of the wait for the answer, null where it was broken off
     * @return how the model goes on: {@code done}, {@code refused}, {@code unanswered} or {@code late}
     */
    @Transactional
    String settle(String workOrderId, @Nullable String outcome) {
        var stop = actions.stopping(workOrderId).orElseThrow();
        var work = workOrders.get(workOrderId);
        var answer = requested.find(stop.asStep()).map(RequestedStep::message).orElse(null);
        if (!work.awaitsAnswer()) {
            steps.drop(stop.asStep());
            return settle(stop, work, work.hasStopped() ? State.DONE : State.LATE, answer);
        }
        return switch (outcome == null ? "" : outcome) {
            case "done" -> {
                // Whether the unit has stopped, or was done before it was asked, only its order says.
                steps.askForProof(dispatched(work));
                yield settle(stop, work, State.DONE, answer);
            }
            case "refused" -> settle(stop, work, State.REFUSED, answer);
            default -> {
                // So that whoever asks once more does not have to find out first whether it arrived.
                if (!steps.drop(stop.asStep()) && mayHaveArrived(stop)) {
                    steps.askForProof(stop.asStep());
                }
                yield settle(stop, work, State.UNANSWERED, answer);
            }
        };
    }

    private boolean mayHaveArrived(WorkOrderAction stop) {
        return requested.find(stop.asStep()).filter(RequestedStep::isUncertain).isPresent();
    }

    /** What a unit says of a dispatch that it was asked to stop: cancelled, or never heard of, is then what was wanted. */
    RequestedStep understand(RequestedStep dispatch) {
        if (dispatch.workOrderId() == null
                || dispatch.state() != StepAnswered.State.CANCELLED && dispatch.state() != StepAnswered.State.UNKNOWN) {
            return dispatch;
        }
        return actions.lastStop(dispatch.workOrderId(), dispatch.step().generation())
                .map(stop -> dispatch.stopped(stop.kind(), stop.words()))
                .orElse(dispatch);
    }

    /**
     * The unit has answered the dispatch: whoever waits for its answer to a stop waits no longer. Where that answer is there already, the
     * process ends by itself; the step's lock keeps it from coming in the same moment.
     */
    void dispatchAnswered(WorkOrder work) {
        actions.stopping(work.id())
                .filter(stop -> !steps.know(stop.asStep()).isAnswered())
                .ifPresent(stop -> {
                    partnerWork.hold(stop.asStep());
                    process.dispatchAnswered(work.id());
                });
        var wrong = work.hasStopped() ? State.UNANSWERED : State.DONE;
        actions.lastStop(work.id(), work.generation())
                .filter(stop -> stop.state() == wrong)
                .ifPresent(stop -> settle(stop, work, work.hasStopped() ? State.DONE : State.LATE, null));
    }

    /** What was stopped at our request is dispatched again only after a decision about just that. */
    Optional<Asked> undecided(WorkOrder work) {
        return requested
                .latest(work.id(), work.step())
                .filter(last -> last.isStopped() && !fallouts.anyAbout(last))
                .map(last -> new Asked(last.step(), last.system(), false));
    }

    private String settle(WorkOrderAction stop, WorkOrder work, State state, @Nullable String answer) {
        actions.settle(stop, state, answer);
        telling.tell(
                "work-order." + stop.kind().word() + "-settled",
                work.facts().productOrderId(),
                work.id(),
                "unit",
                work.facts().unit(),
                "state",
                state.word(),
                "message",
                answer);
        return state.word();
    }

    private static Step dispatched(WorkOrder work) {
        return new Step(work.id(), work.step(), work.generation());
    }
}
