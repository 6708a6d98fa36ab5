package esop.provisioning;

import esop.identity.AuditLog;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RollbackRequests implements Rollbacks {

    private static final Set<String> ENDED = Set.of("completed", "partial", "failed", "cancelled");

    private final Provisioning provisioning;
    private final ServiceOrders serviceOrders;
    private final EffectRepository effects;
    private final RollbackRepository repository;
    private final Undos undos;
    private final RollbackProcess process;
    private final Telling telling;
    private final AuditLog auditLog;

    RollbackRequests(
            Provisioning provisioning,
            ServiceOrders serviceOrders,
            EffectRepository effects,
            RollbackRepository repository,
            Undos undos,
            RollbackProcess process,
            Telling telling,
            AuditLog auditLog) {
        this.provisioning = provisioning;
        this.serviceOrders = serviceOrders;
        this.effects = effects;
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
        var order = serviceOrders.facts(orders.get(0).id());
        var id = repository
                .add(order, reason, telling.actor(), steps)
                .orElseThrow(() -> new ConflictException(
                        Texts.get("provisioning.rollback.running", orderId),
                        Map.of("obstacle", "running", "chain", chain)));
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
                : planned(serviceOrders.facts(steps.get(0).serviceOrderId()), reason, steps);
    }

    /** Of one service order only, while others of its order go on; broken, so that it is tried again, while another one runs. */
    @Transactional
    Optional<String> planOf(NewServiceOrder order, String reason) {
        var steps = new ArrayList<RollbackStep>();
        effects.of(order.productOrderId()).stream()
                .filter(effect -> effect.serviceOrderId().equals(order.id()))
                .forEach(effect -> steps.add(undos.plan(steps.size() + 1, effect)));
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(planned(order, reason, steps)
                .orElseThrow(() -> new ConcurrencyFailureException(
                        "A rollback of order " + order.productOrderId() + " is running")));
    }

    private Optional<String> planned(NewServiceOrder order, String reason, List<RollbackStep> steps) {
        var id = repository.add(order, reason, telling.actor(), steps);
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
        var steps = new ArrayList<RollbackStep>();
        effects.of(orderId).forEach(effect -> steps.add(undos.plan(steps.size() + 1, effect)));
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
