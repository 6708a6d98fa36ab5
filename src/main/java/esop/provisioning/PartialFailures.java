package esop.provisioning;

import esop.identity.AuditLog;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 部分失败: of network and partner one was ready and the other was not (ESOP 6.3.2.1.2(5)). */
@Service
class PartialFailures {

    private final ServiceOrders serviceOrders;
    private final ItemRollbacks rollbacks;
    private final Telling telling;
    private final AuditLog auditLog;

    PartialFailures(ServiceOrders serviceOrders, ItemRollbacks rollbacks, Telling telling, AuditLog auditLog) {
        this.serviceOrders = serviceOrders;
        this.rollbacks = rollbacks;
        this.telling = telling;
        this.auditLog = auditLog;
    }

    /**
     * What a person has decided; refused with 422 where it cannot be.
     *
     * @param action {@code retry}, {@code undo} or {@code partial}
     * @return the same
     */
    @Transactional
    String decide(String serviceOrderId, @Nullable String action, @Nullable String note) {
        if (action == null || !List.of("retry", "undo", "partial").contains(action)) {
            throw new InvalidException("action", Texts.get("provisioning.partial-action-missing"));
        }
        if (!action.equals("retry") && (note == null || note.isBlank())) {
            throw new InvalidException("note", Texts.get("provisioning.partial-note-missing"));
        }
        var order = serviceOrders.facts(serviceOrderId);
        if (action.equals("retry")) {
            serviceOrders.tryAgain(serviceOrderId);
        }
        telling.tell(
                "partial-failure.decided",
                order.productOrderId(),
                serviceOrderId,
                "plan",
                action.equals("retry") ? "try-again" : action,
                "message",
                note);
        auditLog.record(
                "partial-failure." + action,
                "service-order/" + serviceOrderId,
                order.city(),
                Map.of("note", Objects.requireNonNullElse(note, "")));
        return action;
    }

    /**
     * Plans to take back what the service order has done, for the process {@code rollback}.
     *
     * @return the rollback's id, empty where nothing was done
     */
    @Transactional
    Optional<String> planUndo(String serviceOrderId) {
        return rollbacks.plan(serviceOrderId, Texts.get("provisioning.partial-undo-reason"));
    }
}
