package esop.audit.web;

import esop.audit.AuditState;
import esop.audit.AuditedRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audit as its page shows it.
 *
 * @param askedByName who wanted it by hand, null where the clock did
 */
record AuditPage(
        String id,
        String orderId,
        AuditState state,
        String customerId,
        String customerName,
        String customerLevel,
        String city,
        List<String> products,
        @Nullable String askedByName,
        Instant created,
        int round,
        @Nullable Instant compared,
        @Nullable Instant ended,
        @Nullable String instanceId,
        List<Audited> records,
        List<Found> differences) {

    /**
     * @param source key of the step that made it, {@code writtenBy} of the one that last said what it is to be
     * @param state {@code asked}, {@code found}, {@code missing} or {@code unknown}
     */
    record Audited(
            int position,
            String system,
            String kind,
            String recordId,
            String source,
            String writtenBy,
            Instant written,
            String state,
            List<AuditedRecord.Element> elements) {}

    /**
     * @param offers what may be done about it now: {@code send-again}, {@code roll-back}, {@code accept}
     * @param recommended the one that follows from whose word is right as a rule
     */
    record Found(
            long id,
            int position,
            String system,
            String source,
            String element,
            String ours,
            @Nullable String theirs,
            String basis,
            String state,
            @Nullable String repair,
            @Nullable String reason,
            @Nullable String personName,
            @Nullable String approverName,
            @Nullable String batchId,
            @Nullable String result,
            @Nullable String message,
            Instant found,
            Instant changed,
            List<String> offers,
            @Nullable String recommended) {}
}
