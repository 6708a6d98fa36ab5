package esop.provisioning;

import esop.provisioning.WorkOrderAction.Kind;
import esop.provisioning.WorkOrderAction.State;
import esop.workflow.Decisions;
import esop.workflow.Work;
import esop.workflow.WorkingTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often and how soon after another a unit may be urged, by the decision {@code expedite-limit}. */
@Component
class ExpediteLimit {

    private final Decisions decisions;
    private final WorkingTime workingTime;

    ExpediteLimit(Decisions decisions, WorkingTime workingTime) {
        this.decisions = decisions;
        this.workingTime = workingTime;
    }

    /**
     * @param times how often in all
     * @param nextAt not before; empty where nothing was asked yet
     */
    record Left(int times, int used, Optional<Instant> nextAt) {

        boolean isUsedUp() {
            return used >= times;
        }
    }

    /** What the unit refused or never heard does not count. */
    Left of(NewWorkOrder work, NewServiceOrder order, List<WorkOrderAction> log) {
        var facts = Map.of("unit", work.unit(), "product", order.product(), "customerLevel", order.customerLevel());
        var limit = decisions.evaluate("expedite-limit", facts).get(0);
        var counted = log.stream()
                .filter(action -> action.kind() == Kind.EXPEDITE)
                .filter(action -> action.state() == State.ASKED || action.state() == State.DONE)
                .toList();
        var next = counted.stream()
                .map(WorkOrderAction::asked)
                .reduce((earlier, later) -> later)
                .map(last -> workingTime
                        .of(Work.of(work.unit(), work.city()))
                        .plus(last, String.valueOf(limit.get("pause"))));
        return new Left(((Number) limit.get("times")).intValue(), counted.size(), next);
    }
}
