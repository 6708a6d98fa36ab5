package esop.audit;

import esop.web.Page;
import esop.web.Paging;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What other code may ask about audits; all within the current person's data scope. */
public interface OrderAudits {

    int MOST_AT_ONCE = 500;

    /**
     * Audits an ended order now.
     *
     * @throws esop.web.UnknownException where there is no such order
     * @throws esop.web.ConflictException where it has not ended, or its last audit is under way
     */
    OrderAudit begin(String orderId);

    /**
     * Has the ended orders that were entered on these days audited, one after the other.
     *
     * @return how many; those whose audit is under way are passed over
     * @throws esop.web.InvalidException for more than {@link #MOST_AT_ONCE}
     */
    int beginAll(LocalDate from, LocalDate to);

    Optional<OrderAudit> find(String id);

    /** @param paging sorted by {@code created} (newest first where nothing is said), {@code id}, {@code orderId}, {@code customerName},
     *     {@code state} or {@code compared} */
    Page<OrderAudit> list(AuditFilter filter, Paging paging);

    /** Every matching one, newest first, one at a time. */
    void each(AuditFilter filter, Consumer<OrderAudit> reader);

    List<AuditedRecord> records(String auditId);

    List<Difference> differences(String auditId);

    /** By the ids of those that are open, the repairs that can be asked for now: {@code send-again}, {@code roll-back}, {@code accept}. */
    Map<Long, List<String>> offers(OrderAudit audit, List<Difference> differences);

    List<InterfaceTrend> trend(int weeks, @Nullable String city);

    /**
     * Repairs what differs, or has it approved first where the table {@code order-audit-approval} says so.
     *
     * @param repair one of {@link #offers}
     * @throws esop.web.UnknownException where there is no such difference
     * @throws esop.web.ConflictException where that is not offered now
     */
    Difference repair(long differenceId, String repair, String reason);
}
