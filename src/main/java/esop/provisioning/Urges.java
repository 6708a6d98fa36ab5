package esop.provisioning;

import esop.provisioning.WorkOrderAction.Kind;
import esop.provisioning.WorkOrderAction.State;
import esop.systems.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 催单 at the unit: a note and a priority raised by one each time. Nothing waits for the answer; it settles the log. */
@Component
class Urges {

    private static final int HIGHEST = 0;

    private final WorkOrderActionRepository actions;
    private final StepRequests steps;
    private final UnitOrdering ordering;
    private final PartnerUrges partners;
    private final Telling telling;

    Urges(
            WorkOrderActionRepository actions,
            StepRequests steps,
            UnitOrdering ordering,
            PartnerUrges partners,
            Telling telling) {
        this.actions = actions;
        this.steps = steps;
        this.ordering = ordering;
        this.partners = partners;
        this.telling = telling;
    }

    /** One more urgent than the last that the unit has taken in for this dispatch. */
    int raised(WorkOrder work) {
        var last = ofDispatch(work.id(), work.generation()).stream()
                .filter(urge -> urge.state() == State.DONE || urge.state() == State.ASKED)
                .mapToInt(WorkOrderAction::priority)
                .min()
                .orElse(work.facts().priority());
        return Math.max(HIGHEST, last - 1);
    }

    void send(WorkOrder work, WorkOrderAction urge) {
        var dispatched = new Step(work.id(), work.step(), work.generation());
        var unit = work.facts().unit();
        var asked = steps.again(work, urge.kind().step(), unit, step -> send(step, work.facts(), dispatched, urge));
        actions.ask(urge, asked.step().generation());
    }

    /** Where the unit's people work in ESOP: they are told at once. */
    void tell(WorkOrder work, WorkOrderAction urge) {
        var dispatched = new Step(work.id(), work.step(), work.generation());
        settle(urge, work, partners.send(dispatched, work.facts(), urge) ? State.DONE : State.UNANSWERED, null);
    }

    private void send(Step step, NewWorkOrder work, Step dispatched, WorkOrderAction urge) {
        ordering.of(work.unit()).expedite(step, work.unit(), work.city(), dispatched, urge.priority(), urge.words());
    }

    /** What the unit says of an urge. */
    void heard(RequestedStep step, WorkOrder work) {
        actions.of(work.id()).stream()
                .filter(urge -> urge.kind() == Kind.EXPEDITE && urge.state() == State.ASKED)
                .filter(urge -> urge.isAskedBy(step.step()))
                .forEach(urge -> settle(urge, work, state(step, work), step.message()));
    }

    /** The unit has answered the dispatch; what has not left the house stays there. */
    void tooLate(WorkOrder work) {
        ofDispatch(work.id(), work.generation()).stream()
                .filter(urge -> urge.state() == State.ASKED && steps.drop(urge.asStep()))
                .forEach(urge -> settle(urge, work, State.LATE, null));
    }

    private static State state(RequestedStep step, WorkOrder work) {
        return switch (step.outcome()) {
            case "done" -> State.DONE;
            case "refused" -> work.obstacle().isPresent() ? State.LATE : State.REFUSED;
            default -> State.UNANSWERED;
        };
    }

    private void settle(WorkOrderAction urge, WorkOrder work, State state, @Nullable String words) {
        actions.settle(urge, state, words);
        telling.tell(
                "work-order.expedite-settled",
                work.facts().productOrderId(),
                work.id(),
                "unit",
                work.facts().unit(),
                "state",
                state.word(),
                "message",
                words);
    }

    private List<WorkOrderAction> ofDispatch(String workOrderId, int dispatch) {
        return actions.of(workOrderId).stream()
                .filter(action -> action.kind() == Kind.EXPEDITE && action.dispatch() == dispatch)
                .toList();
    }
}
