package esop.ordering;

import esop.web.Page;
import esop.web.Paging;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductOrderRepository {

    private static final String NEWEST_FIRST = "created DESC, id DESC";
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "due", "due",
            "completed", "completed",
            "requestedDate", "requested_date",
            "customerName", "customer_name COLLATE \"zh-Hans-CN-x-icu\"",
            "state", "state",
            "priority", "priority");

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final OrderRows rows;

    ProductOrderRepository(JdbcClient jdbc, DataSource dataSource, OrderRows rows) {
        this.jdbc = jdbc;
        var batches = new JdbcTemplate(dataSource);
        batches.setFetchSize(500);
        this.streaming = JdbcClient.create(batches);
        this.rows = rows;
    }

    void insert(ProductOrder order) {
        var entry = order.entry();
        jdbc.sql("""
                        INSERT INTO ordering.product_order
                               (id, city, category, template, priority, customer_id, customer_name, customer_level, contact_id,
                                receiver, receiver_name, created, requested_date, due, note, state, instance_id, offering_ids,
                                search)
                        VALUES (:id, :city, :category, :template, :priority, :customerId, :customerName, :customerLevel, :contactId,
                                :receiver, :receiverName, :created, :requestedDate, :due, :note, :state, :instanceId, :offeringIds,
                                :search)
                        """)
                .param("id", order.id())
                .param("city", entry.city())
                .param("category", entry.category())
                .param("template", entry.template())
                .param("priority", entry.priority())
                .param("customerId", entry.customerId())
                .param("customerName", entry.customerName())
                .param("customerLevel", entry.customerLevel())
                .param("contactId", entry.contactId())
                .param("receiver", entry.receiver())
                .param("receiverName", entry.receiverName())
                .param("created", Timestamp.from(entry.created()))
                .param("requestedDate", entry.requestedDate() == null ? null : Date.valueOf(entry.requestedDate()))
                .param("due", Timestamp.from(entry.due()))
                .param("note", entry.note())
                .param("state", order.state().word())
                .param("instanceId", order.instanceId())
                .param(
                        "offeringIds",
                        order.items().stream()
                                .map(ProductOrder.Item::offeringId)
                                .distinct()
                                .toArray(String[]::new))
                .param(
                        "search",
                        String.join("\n", order.id(), entry.customerId(), entry.customerName())
                                .toLowerCase(Locale.ROOT))
                .update();
        for (var position = 0; position < order.items().size(); position++) {
            insert(order, order.items().get(position), position);
        }
    }

    private void insert(ProductOrder order, ProductOrder.Item item, int position) {
        jdbc.sql("""
                        INSERT INTO ordering.product_order_item
                               (id, order_id, position, city, offering_id, offering_name, offering_name_en, action, quantity, state,
                                characteristics)
                        VALUES (:id, :orderId, :position, :city, :offeringId, :offeringName, :offeringNameEn, :action, :quantity, :state,
                                CAST(:characteristics AS jsonb))
                        """)
                .param("id", item.id())
                .param("orderId", order.id())
                .param("position", position)
                .param("city", order.city())
                .param("offeringId", item.offeringId())
                .param("offeringName", item.offeringName())
                .param("offeringNameEn", item.offeringNameEn())
                .param("action", item.action())
                .param("quantity", item.quantity())
                .param("state", item.state().word())
                .param("characteristics", rows.json(item.characteristics()))
                .update();
    }

    /** Writes what the verbs have changed; the entry never does. */
    void update(ProductOrder order) {
        var progress = order.progress();
        var updated = jdbc.sql("""
                        UPDATE ordering.product_order
                           SET state = :state, service_orders = :serviceOrders, service_orders_ended = :serviceOrdersEnded,
                               open_fallouts = :openFallouts, completed = :completed, message = :message,
                               mirror_state = :mirrorState, mirrored = :mirrored, instance_id = :instanceId, revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                .param("state", progress.state().word())
                .param("serviceOrders", progress.serviceOrders())
                .param("serviceOrdersEnded", progress.serviceOrdersEnded())
                .param("openFallouts", progress.holds())
                .param("completed", timestamp(progress.completed()))
                .param("message", progress.message())
                .param("mirrorState", order.mirror().state())
                .param("mirrored", timestamp(order.mirror().at()))
                .param("instanceId", order.instanceId())
                .param("id", order.id())
                .param("revision", order.revision())
                .update();
        if (updated != 1) {
            throw new OptimisticLockingFailureException("order " + order.id() + " has changed since it was read");
        }
        for (var item : order.items()) {
            jdbc.sql("UPDATE ordering.product_order_item SET state = :state WHERE id = :id AND state <> :state")
                    .param("state", item.state().word())
                    .param("id", item.id())
                    .update();
        }
    }

    /** Keeps others from changing it until the end of the transaction. */
    void hold(String id) {
        jdbc.sql("SELECT id FROM ordering.product_order WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The items of an order that is locked, after {@link #update}. */
    void amendItems(ProductOrder order) {
        for (var position = 0; position < order.items().size(); position++) {
            var item = order.items().get(position);
            var known = jdbc.sql("""
                            UPDATE ordering.product_order_item
                               SET quantity = :quantity, state = :state, characteristics = CAST(:characteristics AS jsonb)
                             WHERE id = :id
                            """)
                    .param("quantity", item.quantity())
                    .param("state", item.state().word())
                    .param("characteristics", rows.json(item.characteristics()))
                    .param("id", item.id())
                    .update();
            if (known == 0) {
                insert(order, item, position);
            }
        }
        jdbc.sql("UPDATE ordering.product_order SET offering_ids = :offeringIds WHERE id = :id")
                .param(
                        "offeringIds",
                        order.wanted().stream()
                                .map(ProductOrder.Item::offeringId)
                                .distinct()
                                .toArray(String[]::new))
                .param("id", order.id())
                .update();
    }

    /** The wishes of an order that is locked. */
    void amend(ProductOrder order) {
        var entry = order.entry();
        jdbc.sql("""
                        UPDATE ordering.product_order
                           SET priority = :priority, requested_date = :requestedDate, due = :due, note = :note,
                               revision = revision + 1
                         WHERE id = :id AND revision = :revision
                        """)
                .param("priority", entry.priority())
                .param("requestedDate", entry.requestedDate() == null ? null : Date.valueOf(entry.requestedDate()))
                .param("due", Timestamp.from(entry.due()))
                .param("note", entry.note())
                .param("id", order.id())
                .param("revision", order.revision())
                .update();
    }

    Optional<ProductOrder> find(String id) {
        return jdbc.sql(OrderRows.SELECT + " WHERE id = :id AND " + OrderConditions.scope())
                .param("id", id)
                .param("cities", OrderConditions.cities())
                .query(rows)
                .optional();
    }

    /** The order, and nobody else changes it until this transaction ends. */
    ProductOrder lock(String id) {
        // Two statements: one that waits for the lock sees the order anew but its items as they were before.
        jdbc.sql("SELECT id FROM ordering.product_order WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(String.class)
                .single();
        return find(id).orElseThrow();
    }

    Page<ProductOrder> list(OrderFilter filter, Instant now, Paging paging) {
        var conditions = new OrderConditions(filter, now);
        var total = jdbc.sql("SELECT count(*) FROM ordering.product_order WHERE " + conditions.sql())
                .params(conditions.params())
                .query(Long.class)
                .single();
        var order = paging.orderBy(SORTABLE, NEWEST_FIRST);
        // The rows of the page first: what is left out before it is not worth looking up items for.
        var page = "SELECT id FROM ordering.product_order WHERE " + conditions.sql() + " ORDER BY " + order
                + " LIMIT :limit OFFSET :offset";
        List<ProductOrder> found = jdbc.sql(
                        OrderRows.SELECT + " WHERE id = ANY (ARRAY(" + page + ")) ORDER BY " + order)
                .params(conditions.params())
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(rows)
                .list();
        return paging.of(found, total);
    }

    void each(OrderFilter filter, Instant now, Consumer<ProductOrder> reader) {
        var conditions = new OrderConditions(filter, now);
        try (var found = jdbc
                .sql(OrderRows.SELECT + " WHERE " + conditions.sql() + " ORDER BY " + NEWEST_FIRST)
                .params(conditions.params())
                .query(rows)
                .stream()) {
            found.forEach(reader);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
