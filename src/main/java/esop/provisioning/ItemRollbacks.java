package esop.provisioning;

import esop.provisioning.FalloutRepository.Decided;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回退本项: plans to take back what one service order has done, while others of its order go on; whoever asks calls the process {@code rollback}. */
@Service
class ItemRollbacks {

    private final RollbackPlans plans;
    private final FalloutRepository fallouts;
    private final ServiceOrders serviceOrders;
    private final Telling telling;

    ItemRollbacks(RollbackPlans plans, FalloutRepository fallouts, ServiceOrders serviceOrders, Telling telling) {
        this.plans = plans;
        this.fallouts = fallouts;
        this.serviceOrders = serviceOrders;
        this.telling = telling;
    }

    /**
     * As a fallout of it was decided, all of it or down to a step.
     *
     * @return the rollback's id, empty where that was not decided or nothing is to be taken back
     */
    @Transactional
    Optional<String> planDecided(String serviceOrderId) {
        return fallouts.lastGivenUp(serviceOrderId)
                .filter(Decided::rolledBack)
                .flatMap(decided -> plan(serviceOrderId, decided.backTo(), decided.note()));
    }

    /** All of it. */
    @Transactional
    Optional<String> plan(String serviceOrderId, String reason) {
        return plan(serviceOrderId, null, reason);
    }

    private Optional<String> plan(String serviceOrderId, @Nullable String backTo, @Nullable String reason) {
        var order = serviceOrders.facts(serviceOrderId);
        var steps = RollbackPlans.downTo(plans.of(order.productOrderId(), serviceOrderId), backTo);
        return steps.isEmpty()
                ? Optional.empty()
                : plans.write(order, serviceOrderId, backTo, reason, telling.actor(), false, steps);
    }
}
