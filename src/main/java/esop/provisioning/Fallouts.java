package esop.provisioning;

import esop.identity.AuditLog;
import esop.provisioning.FalloutPolicy.Plan;
import esop.systems.Step;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 异常处理: recorded, planned by policy, resolved by rule or by a person. */
@Service
class Fallouts {

    private final FalloutRepository repository;
    private final FalloutPolicy policy;
    private final Corrections corrections;
    private final StepsBack stepsBack;
    private final ServiceOrders serviceOrders;
    private final FalloutProcess process;
    private final Telling telling;
    private final AuditLog auditLog;

    Fallouts(
            FalloutRepository repository,
            FalloutPolicy policy,
            Corrections corrections,
            StepsBack stepsBack,
            ServiceOrders serviceOrders,
            FalloutProcess process,
            Telling telling,
            AuditLog auditLog) {
        this.repository = repository;
        this.policy = policy;
        this.corrections = corrections;
        this.stepsBack = stepsBack;
        this.serviceOrders = serviceOrders;
        this.process = process;
        this.telling = telling;
        this.auditLog = auditLog;
    }

    /** @param generation of the step that did not succeed, 0 where nothing was sent */
    @Transactional
    Fallout open(
            String id,
            String serviceOrderId,
            @Nullable String workOrderId,
            String system,
            String step,
            int generation,
            String errorClass,
            @Nullable String message) {
        serviceOrders.resumedByUnit(serviceOrderId);
        var order = serviceOrders.facts(serviceOrderId);
        var fallout = new Fallout(
                id,
                order.productOrderId(),
                serviceOrderId,
                workOrderId,
                order.city(),
                system,
                step,
                generation,
                order.product(),
                errorClass,
                message,
                repository.attempts(serviceOrderId, workOrderId, step) + 1,
                null,
                null,
                0,
                null,
                null,
                1);
        repository.add(fallout);
        serviceOrders.hold(serviceOrderId, message == null ? errorClass : message);
        return fallout;
    }

    @Transactional
    Plan plan(String id) {
        var fallout = repository.get(id);
        var order = serviceOrders.facts(fallout.serviceOrderId());
        var plan = stepsBack.settle(fallout, policy.of(fallout, order.customerLevel(), order.priority()));
        repository.plan(fallout, plan.plan(), plan.ownerRole(), 0, plan.due());
        telling.tell(
                "fallout.opened",
                fallout.productOrderId(),
                id,
                "system",
                fallout.system(),
                "step",
                fallout.step(),
                "errorClass",
                fallout.errorClass(),
                "message",
                fallout.message(),
                "plan",
                plan.plan());
        return plan;
    }

    /** Nobody has resolved it in time: it goes one level up, with a new due time. */
    @Transactional
    Instant escalate(String id, String superior) {
        var fallout = repository.get(id);
        var order = serviceOrders.facts(fallout.serviceOrderId());
        var due = policy.due(fallout.city(), fallout.product(), order.priority());
        repository.plan(fallout, Objects.requireNonNull(fallout.plan()), superior, fallout.level() + 1, due);
        telling.tell("fallout.escalated", fallout.productOrderId(), id, "role", superior);
        return due;
    }

    /**
     * What a person has decided; refused with 422 where it cannot be.
     *
     * @param backTo key of the step for {@code roll-back-to}
     */
    @Transactional
    void resolve(
            String id,
            @Nullable String action,
            @Nullable String note,
            @Nullable String characteristics,
            @Nullable String backTo) {
        var fallout = repository.get(id);
        corrections.check(fallout, action, note, stepsBack.areThere(fallout));
        if (FalloutAnswers.GO_BACK.equals(action)) {
            stepsBack.choose(fallout, backTo);
        }
        if ("correct".equals(action)) {
            serviceOrders.correct(fallout.serviceOrderId(), corrections.read(fallout.product(), characteristics));
        }
        repository.resolve(fallout, Objects.requireNonNull(action), note, telling.actor());
        auditLog.record(
                "fallout.resolve",
                "fallout/" + id,
                fallout.city(),
                Map.of("action", action, "note", note == null ? "" : note));
    }

    /** What became of sending a fallout again from outside of its task. */
    enum Resent {
        YES,
        /** Somebody has decided meanwhile. */
        RESOLVED,
        /** A colleague has taken it upon themselves. */
        HELD,
        /** It is between two steps, and will not be in a moment. */
        NOT_YET
    }

    /** As the person would in its task, or before a planned retry's time. */
    @Transactional
    Resent resend(String id, String person, @Nullable String note) {
        var fallout = repository.get(id);
        if (fallout.resolution() != null) {
            return Resent.RESOLVED;
        }
        if (process.holder(id).filter(holder -> !holder.equals(person)).isPresent()) {
            return Resent.HELD;
        }
        if (process.isResolving(id)) {
            repository.resolve(fallout, "retry", note, person);
            process.answered(id);
            return Resent.YES;
        }
        if (!process.endPause(id)) {
            return Resent.NOT_YET;
        }
        repository.resolve(fallout, "retry", note, person);
        return Resent.YES;
    }

    /** The answer of a step with an open fallout came after all, and nothing is left to resolve. */
    @Transactional
    void answeredAfterAll(Step step) {
        repository
                .open(step)
                .filter(fallout -> process.isResolving(fallout.id()))
                .ifPresent(fallout -> {
                    repository.resolve(fallout, "answered", null, null);
                    process.answered(fallout.id());
                });
    }

    /** Whether a person or a rule has given up this work order: what its unit says from now on changes nothing. */
    @Transactional(readOnly = true)
    boolean gaveUp(String workOrderId) {
        return repository.lastDecided(workOrderId).gaveUp();
    }

    /** @return how the model goes on: {@code retry}, {@code corrected}, {@code manual}, {@code rolled-back}, {@code aborted} or {@code failed} */
    @Transactional
    String close(String id) {
        var fallout = repository.get(id);
        if (fallout.resolution() == null) {
            repository.resolve(fallout, Objects.requireNonNull(fallout.plan()), null, null);
            fallout = repository.get(id);
        }
        repository.close(fallout);
        if (fallout.goesOn() && !repository.anyOpen(fallout.serviceOrderId())) {
            serviceOrders.resume(fallout.serviceOrderId());
        }
        telling.tell(
                "fallout.resolved",
                fallout.productOrderId(),
                id,
                "resolution",
                fallout.resolution(),
                "message",
                fallout.note());
        return fallout.outcome();
    }
}
