package esop.provisioning;

import esop.identity.AuditLog;
import esop.provisioning.FalloutRepository.Decided;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RollbackRequests implements Rollbacks {

    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    private final Provisioning provisioning;
    private final ServiceOrders serviceOrders;
    private final EffectRepository effects;
    private final FalloutRepository fallouts;
    private final RollbackRepository repository;
    private final Undos undos;
    private final RollbackProcess process;
    private final Telling telling;
    private final AuditLog auditLog;

    RollbackRequests(
            Provisioning provisioning,
            ServiceOrders serviceOrders,
            EffectRepository effects,
            FalloutRepository fallouts,
            RollbackRepository repository,
            Undos undos,
            RollbackProcess process,
            Telling telling,
            AuditLog auditLog) {
        this.provisioning = provisioning;
        this.serviceOrders = serviceOrders;
        this.effects = effects;
        this.fallouts = fallouts;
        this.repository = repository;
        this.undos = undos;
        this.process = process;
        this.telling = telling;
        this.auditLog = auditLog;
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(String orderId) {
        var orders = known(orderId);
        var chain = effects.later(orderId);
        var steps = steps(orderId);
        return new Preview(
                orderId,
                obstacle(orderId, orders, chain, steps),
                chain,
                steps.stream().map(RollbackRequests::shown).toList());
    }

    @Override
    @Transactional
    public String start(String orderId, String reason) {
        var orders = known(orderId);
        var chain = effects.later(orderId);
        var steps = steps(orderId);
        var obstacle = obstacle(orderId, orders, chain, steps);
        if (obstacle != null) {
            throw new ConflictException(
                    Texts.get("provisioning.rollback." + obstacle, orderId, String.join(" → ", chain)),
                    Map.of("obstacle", obstacle, "chain", chain));
        }
        return begin(orderId, reason, telling.actor());
    }

    /** Nothing hinders it, as the caller has just seen. */
    @Transactional
    String begin(String orderId, String reason, @Nullable String person) {
        var steps = steps(orderId);
        var order = serviceOrders.facts(steps.get(0).serviceOrderId());
        var id = repository
                .add(order, null, reason, person, steps)
                .orElseThrow(() -> new ConflictException(
                        Texts.get("provisioning.rollback.running", orderId),
                        Map.of("obstacle", "running", "chain", List.of())));
        process.start(id, order);
        telling.tell("rollback.started", orderId, id, "count", String.valueOf(steps.size()), "message", reason);
        auditLog.record("rollback.start", "rollback/" + id, order.city(), Map.of("order", orderId, "reason", reason));
        return id;
    }

    @Override
    @Transactional
    public Optional<String> plan(String orderId, String reason) {
        var steps = steps(orderId);
        return steps.isEmpty()
                ? Optional.empty()
                : plan(serviceOrders.facts(steps.get(0).serviceOrderId()), null, reason, steps);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> running(String customerId) {
        return repository.productsOfRunning(customerId);
    }

    /**
     * Plans to take back what one service order has done, where that was decided; whoever asks calls the process {@code rollback}.
     *
     * @return the rollback's id, empty where nothing is to be taken back
     */
    @Transactional
    Optional<String> planItem(String serviceOrderId) {
        var decided = fallouts.lastGivenUp(serviceOrderId).filter(Decided::rolledBack);
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        var order = serviceOrders.facts(serviceOrderId);
        var effective = effects.of(order.productOrderId()).stream()
                .filter(effect -> effect.serviceOrderId().equals(serviceOrderId))
                .toList();
        var steps = numbered(effective);
        return steps.isEmpty()
                ? Optional.empty()
                : plan(order, serviceOrderId, decided.get().note(), steps);
    }

    private Optional<String> plan(
            NewServiceOrder order, @Nullable String serviceOrderId, @Nullable String reason, List<RollbackStep> steps) {
        var id = repository.add(
                order, serviceOrderId, Objects.requireNonNullElse(reason, "fallout-policy"), telling.actor(), steps);
        id.ifPresent(rollback -> telling.tell(
                "rollback.started",
                order.productOrderId(),
                rollback,
                "count",
                String.valueOf(steps.size()),
                "message",
                reason));
        return id;
    }

    private List<ServiceOrderView> known(String orderId) {
        var orders = provisioning.ofProductOrders(List.of(orderId));
        if (orders.isEmpty()) {
            throw new InvalidException("orderId", Texts.get("provisioning.rollback.unknown-order", orderId));
        }
        return orders;
    }

    private List<RollbackStep> steps(String orderId) {
        return numbered(effects.of(orderId));
    }

    private List<RollbackStep> numbered(List<Effect> newestFirst) {
        var steps = new ArrayList<RollbackStep>();
        newestFirst.forEach(effect -> steps.add(undos.plan(steps.size() + 1, effect)));
        return steps;
    }

    private @Nullable String obstacle(
            String orderId, List<ServiceOrderView> orders, List<String> chain, List<RollbackStep> steps) {
        if (repository.running(orderId)) {
            return "running";
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
