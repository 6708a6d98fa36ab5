package esop.audit;

import esop.ordering.ProductOrder;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRepository {

    private static final String NEWEST_FIRST = "created DESC, id DESC";
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "orderId", "order_id",
            "created", "created",
            "compared", "compared",
            "customerName", "customer_name COLLATE \"zh-Hans-CN-x-icu\"",
            "state", "state");
    private static final String SELECT = """
            SELECT id, order_id, city, customer_id, customer_name, customer_level, products, asked_by, state, due, created, round, compared,
                ended, instance_id,
                (SELECT count(*) FROM audit.difference d WHERE d.audit_id = order_audit.id) AS differences,
                (SELECT count(*) FROM audit.difference d
                  WHERE d.audit_id = order_audit.id AND d.state NOT IN ('fixed', 'accepted')) AS open
            FROM audit.order_audit
            """;

    private final JdbcClient jdbc;
    private final Lists lists;

    AuditRepository(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** @return its id, empty where one of this order waits or is under way */
    Optional<String> add(ProductOrder order, @Nullable String askedBy, Instant due) {
        var entry = order.entry();
        var products = order.items().stream()
                .map(ProductOrder.Item::offeringId)
                .distinct()
                .toArray(String[]::new);
        return jdbc.sql("""
                        INSERT INTO audit.order_audit (
                            id, order_id, city, customer_id, customer_name, customer_level, products, asked_by, state, due, search)
                        VALUES ('AU' || lpad(nextval('audit.audit_number')::text, 10, '0'), :order, :city, :customer, :customerName, :level,
                            :products, :askedBy, 'waiting', :due, :search)
                        ON CONFLICT (order_id) WHERE state IN ('waiting', 'asking', 'different') DO NOTHING
                        RETURNING id
                        """)
                .param("order", order.id())
                .param("city", entry.city())
                .param("customer", entry.customerId())
                .param("customerName", entry.customerName())
                .param("level", entry.customerLevel())
                .param("products", products)
                .param("askedBy", askedBy, Types.VARCHAR)
                .param("due", Timestamp.from(due))
                .param(
                        "search",
                        String.join("\n", order.id(), entry.customerId(), entry.customerName())
                                .toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    /** One that waits is due now, for whoever wants it; false where none does. */
    boolean hasten(String orderId, @Nullable String askedBy, Instant now) {
        return jdbc.sql("""
                                UPDATE audit.order_audit SET due = least(due, :now), asked_by = :askedBy
                                WHERE order_id = :order AND state = 'waiting'
                                """)
                        .param("order", orderId)
                        .param("askedBy", askedBy, Types.VARCHAR)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /** Which are due, for one worker at a time. */
    Optional<OrderAudit> claimDue(Instant now) {
        return jdbc.sql(SELECT + "WHERE state = 'waiting' AND due <= :now ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param("now", Timestamp.from(now))
                .query(AuditRepository::read)
                .optional();
    }

    Optional<OrderAudit> find(String id) {
        var conditions = AuditConditions.ofScope().and("id = :id", "id", id);
        return jdbc.sql(SELECT + conditions.where())
                .params(conditions.parameters())
                .query(AuditRepository::read)
                .optional();
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<OrderAudit> lock(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(AuditRepository::read)
                .optional();
    }

    /** The latest of an order. */
    Optional<OrderAudit> ofOrder(String orderId) {
        var conditions = AuditConditions.ofScope().and("order_id = :order", "order", orderId);
        return jdbc.sql(SELECT + conditions.where() + " ORDER BY " + NEWEST_FIRST + " LIMIT 1")
                .params(conditions.parameters())
                .query(AuditRepository::read)
                .optional();
    }

    void begun(String id, String instanceId) {
        jdbc.sql("UPDATE audit.order_audit SET state = 'asking', instance_id = :instance WHERE id = :id")
                .param("instance", instanceId)
                .param("id", id)
                .update();
    }

    void asking(String id) {
        jdbc.sql("UPDATE audit.order_audit SET state = 'asking', round = round + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    void compared(String id, AuditState state, Instant now) {
        jdbc.sql("""
                        UPDATE audit.order_audit
                        SET state = :state, compared = :now, ended = CASE WHEN :ended THEN :now::timestamptz END
                        WHERE id = :id
                        """)
                .param("state", state.word())
                .param("ended", state != AuditState.ASKING && state != AuditState.DIFFERENT)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    Page<OrderAudit> list(AuditFilter filter, Paging paging) {
        var conditions = AuditConditions.of(filter);
        return lists.page(
                paging,
                "FROM audit.order_audit" + conditions.where(),
                conditions.parameters(),
                () -> jdbc.sql(SELECT + conditions.where() + " ORDER BY " + paging.orderBy(SORTABLE, NEWEST_FIRST)
                                + " LIMIT :limit OFFSET :offset")
                        .params(conditions.parameters())
                        .param("limit", paging.limit())
                        .param("offset", paging.offset())
                        .query(AuditRepository::read)
                        .list());
    }

    void each(AuditFilter filter, Consumer<OrderAudit> reader) {
        var conditions = AuditConditions.of(filter);
        lists.each(
                SELECT + conditions.where() + " ORDER BY " + NEWEST_FIRST,
                conditions.parameters(),
                AuditRepository::read,
                reader);
    }

    private static OrderAudit read(ResultSet row, int number) throws SQLException {
        return new OrderAudit(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("city"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("customer_level"),
                texts(row.getArray("products")),
                row.getString("asked_by"),
                AuditState.of(row.getString("state")),
                row.getTimestamp("due").toInstant(),
                row.getTimestamp("created").toInstant(),
                row.getInt("round"),
                instant(row.getTimestamp("compared")),
                instant(row.getTimestamp("ended")),
                row.getString("instance_id"),
                row.getInt("differences"),
                row.getInt("open"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
