package esop.audit;

import esop.identity.AuditLog;
import esop.identity.DataScope;
import esop.ordering.OrderFilter;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.ProductOrderState;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Audits in our own tables. */
@Service
@Transactional(readOnly = true)
class StoredOrderAudits implements OrderAudits {

    private static final Set<ProductOrderState> ENDED = Set.of(
            ProductOrderState.COMPLETED,
            ProductOrderState.PARTIAL,
            ProductOrderState.FAILED,
            ProductOrderState.CANCELLED);

    private final AuditRepository audits;
    private final RecordRepository records;
    private final DifferenceRepository differences;
    private final AuditPlan plan;
    private final AuditRepairs repairs;
    private final AuditTelling telling;
    private final Ordering ordering;
    private final AuditLog auditLog;
    private final TransactionOperations transaction;
    private final Clock clock;

    StoredOrderAudits(
            AuditRepository audits,
            RecordRepository records,
            DifferenceRepository differences,
            AuditPlan plan,
            AuditRepairs repairs,
            AuditTelling telling,
            Ordering ordering,
            AuditLog auditLog,
            TransactionOperations transaction,
            Clock clock) {
        this.audits = audits;
        this.records = records;
        this.differences = differences;
        this.plan = plan;
        this.repairs = repairs;
        this.telling = telling;
        this.ordering = ordering;
        this.auditLog = auditLog;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional
    public OrderAudit begin(String orderId) {
        var order = ordering.find(orderId)
                .orElseThrow(() -> new UnknownException(Texts.get("audit.unknown-order", orderId)));
        if (!ENDED.contains(order.state())) {
            throw new ConflictException(Texts.get("audit.not-ended", orderId));
        }
        var due = isDue(order);
        var audit = audits.ofOrder(orderId).orElseThrow();
        if (!due) {
            throw new ConflictException(Texts.get("audit.under-way", audit.id()), Map.of("audit", audit.id()));
        }
        plan.begin(audit);
        auditLog.record("order-audit.begin", "order-audit/" + audit.id(), audit.city(), Map.of("order", orderId));
        return audits.find(audit.id()).orElseThrow();
    }

    @Override
    @Transactional
    public int beginAll(LocalDate from, LocalDate to) {
        var orders = new ArrayList<ProductOrder>();
        ordering.each(new OrderFilter(null, ENDED, null, null, null, from, to, null), order -> {
            if (orders.size() == MOST_AT_ONCE) {
                throw new InvalidException("to", Texts.get("audit.too-many", MOST_AT_ONCE));
            }
            orders.add(order);
        });
        var begun = 0;
        for (var order : orders) {
            begun += isDue(order) ? 1 : 0;
        }
        auditLog.record(
                "order-audit.begin-all",
                "order-audit",
                null,
                Map.of("from", from.toString(), "to", to.toString(), "count", begun));
        return begun;
    }

    /** One that waits is hastened, so that nobody else begins it before this transaction ends; false where the last one is under way. */
    private boolean isDue(ProductOrder order) {
        var now = clock.instant();
        return audits.add(order, telling.actor(), now).isPresent() || audits.hasten(order.id(), telling.actor(), now);
    }

    @Override
    public Optional<OrderAudit> find(String id) {
        return audits.find(id);
    }

    @Override
    public Page<OrderAudit> list(AuditFilter filter, Paging paging) {
        return audits.list(filter, paging);
    }

    @Override
    public void each(AuditFilter filter, Consumer<OrderAudit> reader) {
        audits.each(filter, reader);
    }

    @Override
    public List<AuditedRecord> records(String auditId) {
        return records.of(auditId);
    }

    @Override
    public List<Difference> differences(String auditId) {
        return differences.of(auditId);
    }

    @Override
    public Map<Long, List<String>> offers(OrderAudit audit, List<Difference> differences) {
        return repairs.offers(audit, differences);
    }

    @Override
    public List<InterfaceTrend> trend(int weeks, @Nullable String city) {
        return records.trend(weeks, city);
    }

    /** The engine works for the whole province; whose city it is was looked at before. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Difference repair(long id, String repair, String reason) {
        var known = transaction.execute(status -> known(id));
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> {
            repairs.repair(id, repair, reason);
            auditLog.record(
                    "order-audit." + repair,
                    "order-audit/" + known.auditId(),
                    known.city(),
                    Map.of("difference", id, "reason", reason));
        }));
        return transaction.execute(status -> known(id));
    }

    private Difference known(long id) {
        return differences.find(id).orElseThrow(() -> new UnknownException(Texts.get("audit.unknown-difference", id)));
    }
}
