package esop.provisioning;

import esop.customer.Customer;
import esop.customer.Customers;
import esop.identity.AuditLog;
import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.Decisions;
import esop.workflow.Work;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Stops stops;
    private final UnitOrdering ordering;
    private final PartnerRepository partners;
    private final Customers customers;
    private final Decisions decisions;
    private final WorkingTime workingTime;
    private final UnitTime unitTime;
    private final Telling telling;
    private final AuditLog auditLog;
    private final ProvisioningSettings settings;
    private final Clock clock;

    WorkOrders(
            WorkOrderRepository repository,
            FalloutRepository fallouts,
            ServiceOrders serviceOrders,
            StepRequests steps,
            Stops stops,
            UnitOrdering ordering,
            PartnerRepository partners,
            Customers customers,
            Decisions decisions,
            WorkingTime workingTime,
            UnitTime unitTime,
            Telling telling,
            AuditLog auditLog,
            ProvisioningSettings settings,
            Clock clock) {
        this.repository = repository;
        this.fallouts = fallouts;
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.stops = stops;
        this.ordering = ordering;
        this.partners = partners;
        this.customers = customers;
        this.decisions = decisions;
        this.workingTime = workingTime;
        this.unitTime = unitTime;
        this.telling = telling;
        this.auditLog = auditLog;
        this.settings = settings;
        this.clock = clock;
    }

    /** One per service order and unit, but for those that were refused or given up; nothing where it is there already. */
    @Transactional
    void generate(String id, String serviceOrderId, String unit) {
        if (repository.exists(id)) {
            return;
        }
        var order = serviceOrders.facts(serviceOrderId);
        var now = clock.instant();
        var due = due(id, order, unit, now);
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
                place(order, unit),
                order.customerId(),
                order.customerName(),
                order.priority(),
                due,
                reminder(now, due),
                Objects.requireNonNullElse(telling.actor(), "system"),
                order.serviceRequestId()));
    }

    @Transactional
    Asked dispatch(String id) {
        var work = repository.get(id);
        var stopped = stops.undecided(work);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var order = serviceOrders.facts(work.facts().serviceOrderId());
        var executor = executor(work.facts());
        var asked = steps.dispatch(work, executor, step -> send(step, executor, work.facts(), order));
        var generation = asked.step().generation();
        if (generation > work.generation()) {
            work.dispatch(generation);
            repository.save(work);
            unitTime.begin(
                    asked.step().key(), work, order, whose(id, work.facts().unit()));
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

    /** Whom the work is asked of: the unit's system, or the partner's, or its people. */
    private String executor(NewWorkOrder work) {
        return Unit.of(work.unit()) == Unit.SI
                ? partners.get(work.id()).partner().executor()
                : work.unit();
    }

    private void send(Step step, String executor, NewWorkOrder work, NewServiceOrder order) {
        if (executor.equals(Partner.PEOPLE)) {
            return;
        }
        ordering.of(work.unit()).order(step, executor, order.wanted(work.due()));
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

    /** The units whose part of a service order is archived. */
    @Transactional(readOnly = true)
    Set<String> unitsDone(String serviceOrderId) {
        return repository.unitsDone(serviceOrderId);
    }

    /** A partner will not have it, by word or before it was sent. */
    @Transactional
    void refuse(String id, @Nullable String words) {
        var work = repository.get(id);
        work.refuse(words);
        repository.save(work);
    }

    @Transactional
    void abandon(String id) {
        var work = repository.get(id);
        work.abandon(fallouts.lastDecided(id).note());
        repository.save(work);
        unitTime.end(id);
        telling.tell("work-order.abandoned", work.facts().productOrderId(), id);
    }

    /** By whose calendar it is carried out: the unit's, or that of the chosen partner. */
    private String whose(String id, String unit) {
        return partners.find(id).map(assigned -> assigned.partner().id()).orElse(unit);
    }

    /** The customer's date, or the table's if that is sooner; a date in the past counts no longer. */
    private Instant due(String id, NewServiceOrder order, String unit, Instant now) {
        var executor = whose(id, unit);
        var facts = new HashMap<String, Object>();
        facts.put("process", "work-order");
        facts.put("task", "executeWorkOrder");
        facts.put("product", order.product());
        facts.put("priority", order.priority());
        var duration = decisions.evaluate("due-time", facts).get(0).get("duration");
        var due = workingTime.of(Work.of(executor, order.city())).plus(now, String.valueOf(duration));
        var requested = order.requestedCompletion();
        return requested.isAfter(now) && requested.isBefore(due) ? requested : due;
    }

    /** When four fifths of the time are gone, but not in somebody's night. */
    private Instant reminder(Instant now, Instant due) {
        var reminder = workingTime.plus(
                now.plus(Duration.between(now, due).multipliedBy(4).dividedBy(5)), "PT0S");
        return reminder.isBefore(due) ? reminder : due;
    }

    /** Whoever installs has to go somewhere: to the customer's address where the order names no other. */
    private @Nullable String place(NewServiceOrder order, String unit) {
        if (order.characteristics().get("installAddress") instanceof String place) {
            return place;
        }
        return Unit.of(unit) == Unit.SI
                ? customers.find(order.customerId()).map(Customer::address).orElse(null)
                : null;
    }
}
