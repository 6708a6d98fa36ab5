package esop.provisioning;

import esop.identity.AuditLog;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RollbackRequests implements Rollbacks {

    private static final Set<String> ENDED = Set.of("completed", "partial", "failed", "cancelled");

    private final Provisioning provisioning;
    private final ServiceOrders serviceOrders;
    private final EffectRepository effects;
    private final RollbackRepository repository;
    private final RollbackPlans plans;
    private final RollbackProcess process;
    private final Telling telling;
    private final AuditLog auditLog;

    RollbackRequests(
            Provisioning provisioning,
            ServiceOrders serviceOrders,
            EffectRepository effects,
            RollbackRepository repository,
            RollbackPlans plans,
            RollbackProcess process,
            Telling telling,
            AuditLog auditLog) {
        this.provisioning = provisioning;
        this.serviceOrders = serviceOrders;
        this.effects = effects;
        this.repository = repository;
        this.plans = plans;
        this.process = process;
        this.telling = telling;
        this.auditLog = auditLog;
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(String orderId) {
        var orders = known(orderId);
        var chain = effects.later(orderId);
        var steps = plans.of(orderId);
        return new Preview(
                orderId,
                obstacle(orderId, orders, chain, steps),
                chain,
                steps.stream().map(RollbackRequests::shown).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> stepsBack(String orderId, String serviceOrderId) {
        return plans.of(orderId, serviceOrderId).stream()
                .map(RollbackRequests::shown)
                .toList();
    }

    /** Nothing hinders it, as the caller has just seen. */
    @Transactional
    String begin(String orderId, @Nullable String backTo, String reason, @Nullable String person) {
        var all = plans.of(orderId);
        var steps = RollbackPlans.downTo(all, backTo);
        if (steps.isEmpty()) {
            throw new InvalidException("backTo", Texts.get("provisioning.rollback.unknown-step", backTo, orderId));
        }
        var order = serviceOrders.facts(steps.get(0).serviceOrderId());
        var id = plans.write(order, null, steps.size() < all.size() ? backTo : null, reason, person, false, steps)
                .orElseThrow(() -> new ConflictException(
                        Texts.get("provisioning.rollback.running", orderId),
                        Map.of("obstacle", "running", "chain", List.of())));
        process.start(id, order);
        auditLog.record("rollback.start", "rollback/" + id, order.city(), Map.of("order", orderId, "reason", reason));
        return id;
    }

    @Override
    @Transactional
    public Optional<String> plan(String orderId, String reason) {
        var steps = plans.of(orderId);
        return steps.isEmpty()
                ? Optional.empty()
                : plans.write(
                        serviceOrders.facts(steps.get(0).serviceOrderId()),
                        null,
                        null,
                        reason,
                        telling.actor(),
                        true,
                        steps);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> running(String customerId) {
        return repository.productsOfRunning(customerId);
    }

    private List<ServiceOrderView> known(String orderId) {
        var orders = provisioning.ofProductOrders(List.of(orderId));
        if (orders.isEmpty()) {
            throw new InvalidException("orderId", Texts.get("provisioning.rollback.unknown-order", orderId));
        }
        return orders;
    }

    private @Nullable String obstacle(
            String orderId, List<ServiceOrderView> orders, List<String> chain, List<RollbackStep> steps) {
        if (repository.running(orderId)) {
            return "running";
        }
        if (repository.proposed(orderId)) {
            return "proposed";
        }
        if (!orders.stream().allMatch(order -> ENDED.contains(order.state()))) {
            return "under-way";
        }
        if (steps.isEmpty()) {
            return "nothing";
        }
        return chain.isEmpty() ? null : "later-orders";
    }

    private static Step shown(RollbackStep step) {
        return new Step(
                step.position(),
                step.serviceOrderId(),
                step.product(),
                step.system(),
                step.step().name(),
                step.step().key(),
                step.undoneBy(),
                step.obstacle(),
                step.happened());
    }
}
