package esop.provisioning;

import esop.workflow.Decisions;
import esop.workflow.UnitClocks;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Starts a unit's clock with each dispatch and stops it with the answer, so that a delay has an owner. */
@Component
class UnitTime {

    private final UnitClocks clocks;
    private final Decisions decisions;
    private final Clock clock;

    UnitTime(UnitClocks clocks, Decisions decisions, Clock clock) {
        this.clocks = clocks;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @param executor whose calendar counts: the unit, or the partner that was chosen */
    void begin(String step, WorkOrder work, NewServiceOrder order, String executor) {
        var facts = new HashMap<String, Object>();
        facts.put("system", work.facts().unit());
        facts.put("step", work.step());
        facts.put("product", order.product());
        var wait = decisions.evaluate("expected-wait", facts).get(0).get("wait");
        clocks.begin(
                step,
                work.id(),
                order.productOrderId(),
                order.city(),
                executor,
                side(work),
                String.valueOf(wait),
                clock.instant());
    }

    void end(String workOrderId) {
        clocks.end(workOrderId, clock.instant());
    }

    private static String side(WorkOrder work) {
        return switch (Unit.of(work.facts().unit())) {
            case EOMS -> "network";
            case PLATFORM -> "platform";
            case SI -> "partner";
        };
    }
}
