package esop.cancellation;

import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CancellationRepository {

    private static final String NEWEST_FIRST = "created DESC, id DESC";
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "day", "day",
            "customerName", "customer_name COLLATE \"zh-Hans-CN-x-icu\"",
            "penalty", "penalty",
            "waived", "waived",
            "state", "state",
            "ended", "ended");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final CancellationRows rows;

    CancellationRepository(JdbcClient jdbc, Lists lists, CancellationRows rows) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.rows = rows;
    }

    /** A word and ten digits, to be read aloud. */
    String nextId() {
        return jdbc.sql("SELECT 'SC' || lpad(nextval('cancellation.cancellation_number')::text, 10, '0')")
                .query(String.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where one of its subscriptions is being cancelled already */
    void insert(ServiceCancellation cancellation) {
        var entry = cancellation.entry();
        jdbc.sql("""
                        INSERT INTO cancellation.service_cancellation
                               (id, city, customer_id, customer_name, customer_level, reason, day, creator, creator_name, created,
                                owner, owner_name, state, lines, products, penalty, search)
                        VALUES (:id, :city, :customerId, :customerName, :customerLevel, :reason, :day, :creator, :creatorName,
                                :created, :owner, :ownerName, :state, CAST(:lines AS jsonb), :products, :penalty, :search)
                        """)
                .param("id", cancellation.id())
                .param("city", entry.city())
                .param("customerId", entry.customerId())
                .param("customerName", entry.customerName())
                .param("customerLevel", entry.customerLevel())
                .param("reason", entry.reason())
                .param("day", Date.valueOf(entry.day()))
                .param("creator", entry.creator())
                .param("creatorName", entry.creatorName())
                .param("created", Timestamp.from(entry.created()))
                .param("owner", entry.owner(), Types.VARCHAR)
                .param("ownerName", entry.ownerName(), Types.VARCHAR)
                .param("state", cancellation.state().word())
                .param("lines", rows.json(cancellation.lines()))
                .param(
                        "products",
                        cancellation.lines().stream()
                                .map(Line::product)
                                .distinct()
                                .toArray(String[]::new))
                .param("penalty", cancellation.penalty())
                .param("search", search(cancellation))
                .update();
        jdbc.sql("""
                        INSERT INTO cancellation.cancelled_subscription (cancellation_id, subscription, city)
                        SELECT :id, unnest(:subscriptions), :city
                        """)
                .param("id", cancellation.id())
                .param(
                        "subscriptions",
                        cancellation.lines().stream().map(Line::subscription).toArray(String[]::new))
                .param("city", entry.city())
                .update();
    }

    private static String search(ServiceCancellation cancellation) {
        var entry = cancellation.entry();
        return Stream.concat(
                        Stream.of(cancellation.id(), entry.customerId(), entry.customerName()),
                        cancellation.lines().stream()
                                .flatMap(line -> Stream.of(
                                        line.subscription(),
                                        line.productName(),
                                        line.bound() == null ? "" : line.bound().agreement())))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** Writes whatever the verbs have changed. */
    void update(ServiceCancellation cancellation) {
        var settlement = cancellation.settlement();
        var updated = jdbc.sql("""
                        UPDATE cancellation.service_cancellation
                           SET state = :state, lines = CAST(:lines AS jsonb), penalty = :penalty, retention = :retention,
                               retention_note = :retentionNote, choice = :choice, waived = :waived, waiver_reason = :waiverReason,
                               granted = :granted, charged = :charged, charge = :charge, order_id = :orderId, ended = :ended,
                               message = :message, instance_id = :instanceId, search = :search, revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                .param("state", cancellation.state().word())
                .param("lines", rows.json(cancellation.lines()))
                .param("penalty", cancellation.penalty())
                .param("retention", settlement.retention(), Types.VARCHAR)
                .param("retentionNote", settlement.retentionNote(), Types.VARCHAR)
                .param("choice", settlement.choice(), Types.VARCHAR)
                .param("waived", settlement.waived())
                .param("waiverReason", settlement.waiverReason(), Types.VARCHAR)
                .param("granted", settlement.granted())
                .param("charged", settlement.charged(), Types.NUMERIC)
                .param("charge", settlement.charge(), Types.VARCHAR)
                .param("orderId", cancellation.orderId(), Types.VARCHAR)
                .param(
                        "ended",
                        cancellation.ended() == null ? null : Timestamp.from(cancellation.ended()),
                        Types.TIMESTAMP)
                .param("message", cancellation.message(), Types.VARCHAR)
                .param("instanceId", cancellation.instanceId(), Types.VARCHAR)
                .param("search", search(cancellation))
                .param("id", cancellation.id())
                .param("revision", cancellation.revision())
                .update();
        if (updated != 1) {
            throw new OptimisticLockingFailureException(
                    "cancellation " + cancellation.id() + " has changed since it was read");
        }
        if (cancellation.state().isFinal()) {
            jdbc.sql("UPDATE cancellation.cancelled_subscription SET open = false WHERE cancellation_id = :id AND open")
                    .param("id", cancellation.id())
                    .update();
        }
    }

    Optional<ServiceCancellation> find(String id) {
        return one(" WHERE id = :value AND ", id, "");
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<ServiceCancellation> lock(String id) {
        return one(" WHERE id = :value AND ", id, " FOR NO KEY UPDATE");
    }

    Optional<ServiceCancellation> ofOrder(String orderId) {
        return one(" WHERE order_id = :value AND ", orderId, "");
    }

    List<ServiceCancellation> ofSubscriptions(Collection<String> subscriptions) {
        return jdbc.sql(CancellationRows.SELECT
                        + " WHERE id IN (SELECT cancellation_id FROM cancellation.cancelled_subscription"
                        + " WHERE subscription = ANY (:subscriptions)) AND " + CancellationConditions.scope()
                        + " ORDER BY created, id")
                .param("subscriptions", subscriptions.toArray(String[]::new))
                .param("cities", CancellationConditions.cities())
                .query(rows)
                .list();
    }

    private Optional<ServiceCancellation> one(String where, String value, String lock) {
        return jdbc.sql(CancellationRows.SELECT + where + CancellationConditions.scope() + lock)
                .param("value", value)
                .param("cities", CancellationConditions.cities())
                .query(rows)
                .optional();
    }

    /** The cancellations under way that are about any of these subscriptions. */
    List<String> open(Collection<String> subscriptions) {
        return jdbc.sql("""
                        SELECT DISTINCT cancellation_id FROM cancellation.cancelled_subscription
                         WHERE open AND subscription IN (:subscriptions)
                        """)
                .param("subscriptions", subscriptions)
                .query(String.class)
                .list();
    }

    Page<ServiceCancellation> list(CancellationFilter filter, Paging paging) {
        var conditions = new CancellationConditions(filter);
        var from = "FROM cancellation.service_cancellation WHERE " + conditions.sql();
        return lists.page(
                paging,
                from,
                conditions.params(),
                () -> jdbc.sql("SELECT " + CancellationRows.COLUMNS + " " + from + " ORDER BY "
                                + paging.orderBy(SORTABLE, NEWEST_FIRST) + " LIMIT :limit OFFSET :offset")
                        .params(conditions.params())
                        .param("limit", paging.limit())
                        .param("offset", paging.offset())
                        .query(rows)
                        .list());
    }

    void each(CancellationFilter filter, Consumer<ServiceCancellation> reader) {
        var conditions = new CancellationConditions(filter);
        lists.each(
                CancellationRows.SELECT + " WHERE " + conditions.sql() + " ORDER BY " + NEWEST_FIRST,
                conditions.params(),
                rows,
                reader);
    }
}
