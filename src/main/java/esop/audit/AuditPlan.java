package esop.audit;

import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which ended orders are audited, and when, by the table {@code order-audit-timing}. */
@Repository
class AuditPlan {

    private final JdbcClient jdbc;
    private final AuditRepository audits;
    private final AuditTables tables;
    private final Ordering ordering;
    private final OrderAuditProcess process;
    private final Clock clock;

    AuditPlan(
            JdbcClient jdbc,
            AuditRepository audits,
            AuditTables tables,
            Ordering ordering,
            OrderAuditProcess process,
            Clock clock) {
        this.jdbc = jdbc;
        this.audits = audits;
        this.tables = tables;
        this.ordering = ordering;
        this.process = process;
        this.clock = clock;
    }

    private record Ended(String orderId, Instant at) {}

    /** All an order's end costs; the table is asked later. */
    void ended(String orderId) {
        jdbc.sql("INSERT INTO audit.ended_order (order_id) VALUES (:order) ON CONFLICT DO NOTHING")
                .param("order", orderId)
                .update();
    }

    /** @return how many were looked at */
    @Transactional
    int plan(int most) {
        var ended = jdbc.sql("""
                        DELETE FROM audit.ended_order
                        WHERE order_id IN (SELECT order_id FROM audit.ended_order ORDER BY ended LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING order_id, ended
                        """)
                .param("most", most)
                .query((row, number) -> new Ended(
                        row.getString("order_id"), row.getTimestamp("ended").toInstant()))
                .list();
        ended.forEach(one -> ordering.find(one.orderId()).ifPresent(order -> plan(order, one.at())));
        return ended.size();
    }

    private void plan(ProductOrder order, Instant ended) {
        var products = order.items().stream().map(ProductOrder.Item::offeringId).toList();
        tables.after(products, order.entry().customerLevel())
                .ifPresent(after -> audits.add(order, null, ended.plus(after)));
    }

    /** @return false where none is due */
    @Transactional
    boolean beginNext() {
        var due = audits.claimDue(clock.instant());
        due.ifPresent(this::begin);
        return due.isPresent();
    }

    void begin(OrderAudit audit) {
        audits.begun(audit.id(), process.start(audit));
    }
}
