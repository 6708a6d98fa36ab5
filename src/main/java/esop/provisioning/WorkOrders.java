package esop.provisioning;

import esop.identity.AuditLog;
import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.resourceordering.ResourceOrdering;
import esop.systems.serviceordering.ServiceOrdering;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.Decisions;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 工单管理: generation, dispatch, sign-off, archive (ESOP 6.3.2.2). */
@Service
class WorkOrders {

    private static final Map<String, String> ACTIONS = Map.of("add", "新开", "modify", "变更", "delete", "拆除");

    private final WorkOrderRepository repository;
    private final FalloutRepository fallouts;
    private final ServiceOrders serviceOrders;
    private final StepRequests steps;
    private final ResourceOrdering resourceOrdering;
    private final ServiceOrdering serviceOrdering;
    private final Decisions decisions;
    private final WorkingTime workingTime;
    private final Telling telling;
    private final AuditLog auditLog;
    private final ProvisioningSettings settings;
    private final Clock clock;

    WorkOrders(
            WorkOrderRepository repository,
            FalloutRepository fallouts,
            ServiceOrders serviceOrders,
            StepRequests steps,
            ResourceOrdering resourceOrdering,
            ServiceOrdering serviceOrdering,
            Decisions decisions,
            WorkingTime workingTime,
            Telling telling,
            AuditLog auditLog,
            ProvisioningSettings settings,
            Clock clock) {
        this.repository = repository;
        this.fallouts = fallouts;
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.resourceOrdering = resourceOrdering;
        this.serviceOrdering = serviceOrdering;
        this.decisions = decisions;
        this.workingTime = workingTime;
        this.telling = telling;
        this.auditLog = auditLog;
        this.settings = settings;
        this.clock = clock;
    }

    /** One per service order and unit. */
    @Transactional
    void generate(String id, String serviceOrderId, String unit) {
        var order = serviceOrders.facts(serviceOrderId);
        var now = clock.instant();
        var due = due(order, now);
        repository.add(new NewWorkOrder(
                id,
                serviceOrderId,
                order.productOrderId(),
                order.customerName() + " · " + serviceOrders.productName(order)
                        + ACTIONS.getOrDefault(order.action(), order.action())
                        + Unit.of(unit).work(),
                Unit.of(unit).type(),
                unit,
                order.city(),
                order.city(),
                place(order),
                order.customerId(),
                order.customerName(),
                order.priority(),
                due,
                now.plus(Duration.between(now, due).multipliedBy(4).dividedBy(5)),
                Objects.requireNonNullElse(telling.actor(), "system")));
    }

    @Transactional
    Asked dispatch(String id) {
        var work = repository.get(id);
        var order = serviceOrders.facts(work.facts().serviceOrderId());
        var asked = steps.dispatch(work, step -> send(step, work.facts(), order));
        var generation = asked.step().generation();
        if (generation > work.generation()) {
            work.dispatch(generation);
            repository.save(work);
            telling.tell(
                    "work-order.dispatched",
                    order.productOrderId(),
                    id,
                    "unit",
                    work.facts().unit(),
                    "generation",
                    String.valueOf(generation));
        }
        return asked;
    }

    private void send(Step step, NewWorkOrder work, NewServiceOrder order) {
        switch (Unit.of(work.unit())) {
            case EOMS ->
                resourceOrdering.order(
                        step,
                        order.city(),
                        order.product(),
                        order.action(),
                        order.customerId(),
                        work.due(),
                        order.priority(),
                        order.characteristics());
            case PLATFORM ->
                serviceOrdering.order(
                        step,
                        work.unit(),
                        order.city(),
                        order.product(),
                        order.action(),
                        order.customerId(),
                        work.due(),
                        order.priority(),
                        order.characteristics());
        }
    }

    /**
     * 验收: what the person who signs off says.
     *
     * @return {@code accepted}, {@code rework}, or {@code exhausted} when it was returned too often
     */
    @Transactional
    String signOff(String id, @Nullable String decision, @Nullable String note) {
        var work = repository.get(id);
        var reviewer = Objects.requireNonNullElse(telling.actor(), "system");
        var accepted = "accept".equals(decision);
        if (!accepted && !"rework".equals(decision)) {
            throw new InvalidException("signOff", Texts.get("provisioning.sign-off-missing"));
        }
        if (!accepted && (note == null || note.isBlank())) {
            throw new InvalidException("note", Texts.get("provisioning.rework-reason-missing"));
        }
        if (accepted) {
            work.accept(note, reviewer);
        } else {
            work.returnForRework(note, reviewer);
        }
        repository.save(work);
        var kind = accepted ? "work-order.signed-off" : "work-order.returned";
        telling.tell(kind, work.facts().productOrderId(), id, "message", note);
        auditLog.record(kind, "work-order/" + id, work.facts().city(), note == null ? Map.of() : Map.of("note", note));
        return accepted ? "accepted" : work.reworks() > settings.reworks() ? "exhausted" : "rework";
    }

    /** @param byHand without a sign-off: done outside, or skipped, as the last fallout says */
    @Transactional
    void archive(String id, boolean byHand) {
        var work = repository.get(id);
        if (byHand) {
            var decided = fallouts.lastDecided(id);
            if (decided.skipped()) {
                work.abandon(decided.note());
            } else {
                work.archiveByHand(decided.note(), decided.resolver());
            }
        } else {
            work.archive();
        }
        repository.save(work);
        var kind = work.state() == WorkOrderState.CANCELLED ? "work-order.skipped" : "work-order.archived";
        telling.tell(kind, work.facts().productOrderId(), id);
    }

    @Transactional
    void abandon(String id) {
        var work = repository.get(id);
        work.abandon(fallouts.lastDecided(id).note());
        repository.save(work);
        telling.tell("work-order.abandoned", work.facts().productOrderId(), id);
    }

    /** The customer's date, or the table's if that is sooner; a date in the past counts no longer. */
    private Instant due(NewServiceOrder order, Instant now) {
        var facts = new HashMap<String, Object>();
        facts.put("process", "work-order");
        facts.put("task", "executeWorkOrder");
        facts.put("product", order.product());
        facts.put("priority", order.priority());
        var duration = decisions.evaluate("due-time", facts).get(0).get("duration");
        var due = workingTime.plus(now, String.valueOf(duration));
        var requested = order.requestedCompletion();
        return requested.isAfter(now) && requested.isBefore(due) ? requested : due;
    }

    private static @Nullable String place(NewServiceOrder order) {
        for (var name : new String[] {"installAddress"}) {
            if (order.characteristics().get(name) instanceof String place) {
                return place;
            }
        }
        return null;
    }
}
