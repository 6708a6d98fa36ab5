package esop.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be taken back, newest first, and written down before it begins. */
@Component
class RollbackPlans {

    private final EffectRepository effects;
    private final Undos undos;
    private final RollbackRepository repository;
    private final Telling telling;

    RollbackPlans(EffectRepository effects, Undos undos, RollbackRepository repository, Telling telling) {
        this.effects = effects;
        this.undos = undos;
        this.repository = repository;
        this.telling = telling;
    }

    List<RollbackStep> of(String orderId) {
        return numbered(effects.of(orderId));
    }

    List<RollbackStep> of(String orderId, String serviceOrderId) {
        return numbered(effects.of(orderId).stream()
                .filter(effect -> effect.serviceOrderId().equals(serviceOrderId))
                .toList());
    }

    /** That step and everything newer; nothing where it is not there, or has been taken back meanwhile. */
    static List<RollbackStep> downTo(List<RollbackStep> newestFirst, @Nullable String key) {
        if (key == null) {
            return newestFirst;
        }
        return newestFirst.stream()
                .filter(step -> step.step().key().equals(key))
                .findFirst()
                .map(oldest -> newestFirst.subList(0, oldest.position()))
                .orElse(List.of());
    }

    /**
     * @param serviceOrderId null where it is about the whole order
     * @param backTo key of the oldest of the steps, null where these are all
     * @param person null for a rule
     * @param stopsOrder whether the order was under way and is being stopped
     * @return the rollback's id, empty where somebody else has begun one of the same meanwhile
     */
    Optional<String> write(
            NewServiceOrder order,
            @Nullable String serviceOrderId,
            @Nullable String backTo,
            @Nullable String reason,
            @Nullable String person,
            boolean stopsOrder,
            List<RollbackStep> steps) {
        var id = repository.add(
                order,
                serviceOrderId,
                backTo,
                Objects.requireNonNullElse(reason, "fallout-policy"),
                person,
                stopsOrder,
                steps);
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

    private List<RollbackStep> numbered(List<Effect> newestFirst) {
        var steps = new ArrayList<RollbackStep>();
        newestFirst.forEach(effect -> steps.add(undos.plan(steps.size() + 1, effect)));
        return steps;
    }
}
