package esop.provisioning;

import esop.identity.AuditLog;
import esop.provisioning.WorkOrderAction.Kind;
import esop.web.ConflictException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever asks holds the work order's row: of two who ask at once, the second sees what the first has asked. */
@Service
class UnitRequests implements WorkOrderActions {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final WorkOrderRepository workOrders;
    private final WorkOrderActionRepository actions;
    private final ServiceOrders serviceOrders;
    private final FalloutRepository fallouts;
    private final RequestedStepRepository requested;
    private final ExpediteLimit limit;
    private final Urges urges;
    private final WorkOrderWithdrawalProcess withdrawal;
    private final Telling telling;
    private final AuditLog auditLog;
    private final Clock clock;

    UnitRequests(
            WorkOrderRepository workOrders,
            WorkOrderActionRepository actions,
            ServiceOrders serviceOrders,
            FalloutRepository fallouts,
            RequestedStepRepository requested,
            ExpediteLimit limit,
            Urges urges,
            WorkOrderWithdrawalProcess withdrawal,
            Telling telling,
            AuditLog auditLog,
            Clock clock) {
        this.workOrders = workOrders;
        this.actions = actions;
        this.serviceOrders = serviceOrders;
        this.fallouts = fallouts;
        this.requested = requested;
        this.limit = limit;
        this.urges = urges;
        this.withdrawal = withdrawal;
        this.telling = telling;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Allowed> allowed(String workOrderId) {
        var work = workOrders.find(workOrderId).orElseThrow(() -> unknown(workOrderId));
        var allowed = new ArrayList<Allowed>();
        for (var kind : Kind.values()) {
            var obstacle = obstacle(work, kind);
            allowed.add(new Allowed(
                    kind.word(),
                    obstacle.isEmpty(),
                    obstacle.map(Obstacle::text).orElse(null),
                    obstacle.map(Obstacle::nextAt).orElse(null)));
        }
        return allowed;
    }

    @Override
    @Transactional
    public void expedite(String workOrderId, String note) {
        var work = demand(workOrderId, Kind.EXPEDITE);
        var urge = asked(work, Kind.EXPEDITE, note, urges.raised(work));
        if (isByPeople(work)) {
            urges.tell(work, urge);
        } else {
            urges.send(work, urge);
        }
    }

    @Override
    @Transactional
    public void withdraw(String workOrderId, String reason) {
        stop(workOrderId, Kind.WITHDRAW, reason);
    }

    @Override
    @Transactional
    public void recall(String workOrderId, String reason) {
        stop(workOrderId, Kind.RECALL, reason);
    }

    private void stop(String workOrderId, Kind kind, String reason) {
        var work = demand(workOrderId, kind);
        asked(work, kind, reason, null);
        withdrawal.start(work.id(), serviceOrders.facts(work.facts().serviceOrderId()));
    }

    private WorkOrder demand(String workOrderId, Kind kind) {
        var work = workOrders.lock(workOrderId).orElseThrow(() -> unknown(workOrderId));
        obstacle(work, kind).ifPresent(obstacle -> {
            var properties = new HashMap<String, Object>(Map.of("obstacle", obstacle.word()));
            if (obstacle.nextAt() != null) {
                properties.put("nextAt", obstacle.nextAt());
            }
            throw new ConflictException(obstacle.text(), properties);
        });
        return work;
    }

    private WorkOrderAction asked(WorkOrder work, Kind kind, String words, @Nullable Integer priority) {
        var person = Objects.requireNonNullElse(telling.actor(), "system");
        var action = actions.add(work, kind, words, priority, person);
        telling.tell(
                "work-order." + kind.word() + "-asked",
                work.facts().productOrderId(),
                work.id(),
                "unit",
                work.facts().unit(),
                "message",
                words);
        auditLog.record(
                "work-order." + kind.word(),
                "work-order/" + work.id(),
                work.facts().city(),
                Map.of(kind == Kind.EXPEDITE ? "note" : "reason", words));
        return action;
    }

    private record Obstacle(
            String word, String text, @Nullable Instant nextAt) {

        static Obstacle of(String word, Object... about) {
            return new Obstacle(word, Texts.get("provisioning.action." + word, about), null);
        }
    }

    /** A partner whose people work in ESOP has no system that could be told to hurry. */
    private boolean isByPeople(WorkOrder work) {
        return Unit.of(work.facts().unit()) == Unit.SI
                && requested
                        .latest(work.id(), work.step())
                        .filter(step -> step.system().equals(Partner.PEOPLE))
                        .isPresent();
    }

    private Optional<Obstacle> obstacle(WorkOrder work, Kind kind) {
        var state = work.obstacle();
        if (state.isPresent()) {
            return state.map(Obstacle::of);
        }
        if (kind.stops()) {
            return fallouts.anyOpenOfWork(work.id()) ? Optional.of(Obstacle.of("fallout")) : Optional.empty();
        }
        var order = serviceOrders.facts(work.facts().serviceOrderId());
        var left = limit.of(work.facts(), order, actions.of(work.id()));
        return left.isUsedUp()
                ? Optional.of(Obstacle.of("too-often", left.times()))
                : left.nextAt().filter(clock.instant()::isBefore).map(UnitRequests::tooSoon);
    }

    private static Obstacle tooSoon(Instant nextAt) {
        return new Obstacle("too-soon", Texts.get("provisioning.action.too-soon", MINUTES.format(nextAt)), nextAt);
    }

    private static UnknownException unknown(String workOrderId) {
        return new UnknownException(Texts.get("provisioning.unknown-work-order", workOrderId));
    }
}
