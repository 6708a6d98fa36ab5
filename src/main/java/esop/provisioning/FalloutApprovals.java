package esop.provisioning;

import esop.identity.AuditLog;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.StepReopened;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 处置审批: skipping a step and taking things back is decided by two people. */
@Service
class FalloutApprovals {

    private final FalloutRepository repository;
    private final Telling telling;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;

    FalloutApprovals(
            FalloutRepository repository, Telling telling, AuditLog auditLog, ApplicationEventPublisher events) {
        this.repository = repository;
        this.telling = telling;
        this.auditLog = auditLog;
        this.events = events;
    }

    /** @return whether it was approved; refused with 422 where nothing is said, or by whom has decided it */
    @Transactional
    boolean decide(String id, @Nullable String decision, @Nullable String opinion) {
        var fallout = repository.get(id);
        var approver = telling.actor();
        var approved = isApproved(decision, opinion);
        if (approver != null && repository.resolver(id).filter(approver::equals).isPresent()) {
            throw new InvalidException("approval", Texts.get("provisioning.approval-of-ones-own"));
        }
        if (approved) {
            repository.approve(fallout, approver, opinion);
        } else {
            repository.reopen(fallout, approver, opinion);
        }
        var kind = approved ? "fallout.approved" : "fallout.not-approved";
        var resolution = fallout.resolution() == null ? fallout.plan() : fallout.resolution();
        telling.tell(kind, fallout.productOrderId(), id, "resolution", resolution, "message", opinion);
        auditLog.record(kind, "fallout/" + id, fallout.city(), Map.of("opinion", opinion == null ? "" : opinion));
        return approved;
    }

    /** @throws InvalidException where nothing is said, or no reason to refuse */
    static boolean isApproved(@Nullable String decision, @Nullable String opinion) {
        var approved = "approve".equals(decision);
        if (!approved && !"refuse".equals(decision)) {
            throw new InvalidException("approval", Texts.get("provisioning.approval-missing"));
        }
        if (!approved && (opinion == null || opinion.isBlank())) {
            throw new InvalidException("opinion", Texts.get("provisioning.approval-reason-missing"));
        }
        return approved;
    }

    /** Whoever decided takes it back before anybody approved: it is undecided again. */
    @EventListener
    void reopened(StepReopened step) {
        if (step.process().equals(FalloutProcess.KEY) && step.activity().equals(FalloutProcess.TASK)) {
            var fallout = repository.get(Objects.requireNonNull(step.businessKey()));
            repository.reopen(fallout, null, null);
            telling.tell("fallout.taken-back", fallout.productOrderId(), fallout.id());
        }
    }

    /** Whoever fulfils the order stops it and takes back what was done; until then the fallout waits. */
    @Transactional
    void rollBackOrder(String id) {
        var fallout = repository.get(id);
        var reason = fallout.note() == null ? fallout.message() : fallout.note();
        if (fallout.resolution() == null) {
            repository.resolve(fallout, "roll-back-order", reason, null);
        }
        events.publishEvent(new OrderRollbackDecided(
                fallout.productOrderId(), reason == null ? fallout.errorClass() : reason, telling.actor()));
    }
}
