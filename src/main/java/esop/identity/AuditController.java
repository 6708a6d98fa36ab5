package esop.identity;

import esop.web.Page;
import esop.web.Paging;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the audit log; nothing can change it (ESOP 6.11.1.2). */
@RestController
class AuditController {

    private final AuditLogRepository audit;
    private final CurrentPerson currentPerson;

    AuditController(AuditLogRepository audit, CurrentPerson currentPerson) {
        this.audit = audit;
        this.currentPerson = currentPerson;
    }

    /** Entries of the caller's cities and of none, newest first. */
    @GetMapping("/api/audit")
    Page<AuditEntry> entries(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @ParameterObject Paging paging) {
        return audit.entries(
                new AuditLogRepository.Wanted(person, action, subject, from, to),
                currentPerson.get().cities(),
                paging);
    }

    /** Computes the whole chain anew. The head, written down elsewhere, proves later that nothing was cut off. */
    @GetMapping("/api/audit/verify")
    AuditLogRepository.Verification verify() {
        return audit.verify();
    }
}
