package esop.ordering;

import esop.identity.DataScope;
import esop.ordering.ProductOrder.Item;
import esop.web.FragmentSearch;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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

    private static final String SEARCHABLE = "order";

    private final JdbcClient jdbc;
    private final Lists lists;
    private final FragmentSearch search;
    private final OrderRows rows;

    ProductOrderRepository(JdbcClient jdbc, Lists lists, FragmentSearch search, OrderRows rows) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.search = search;
        this.rows = rows;
    }

    void insert(ProductOrder order) {
        var entry = order.entry();
        jdbc.sql("WITH searchable AS (" + FragmentSearch.insert(SEARCHABLE) + """
                        ), products AS (
                            INSERT INTO ordering.ordered_product (id, product, city, created)
                            SELECT :id, unnest(:offeringIds::text[]), :city, :created)
                        INSERT INTO ordering.product_order
                               (id, city, category, template, priority, customer_id, customer_name, customer_level, contact_id,
                                receiver, receiver_name, created, requested_date, due, note, contact_name, contact_phone, state, instance_id,
                                offering_ids, search)
                        VALUES (:id, :city, :category, :template, :priority, :customerId, :customerName, :customerLevel, :contactId,
                                :receiver, :receiverName, :created, :requestedDate, :due, :note, :contactName, :contactPhone, :state, :instanceId,
                                :offeringIds, :search)
                        """)
                .param("id", order.id())
                .param("city", entry.city())
                .param("category", entry.category())
                .param("template", entry.template(), Types.VARCHAR)
                .param("priority", entry.priority())
                .param("customerId", entry.customerId())
                .param("customerName", entry.customerName())
                .param("customerLevel", entry.customerLevel())
                .param("contactId", entry.contactId(), Types.VARCHAR)
                .param("receiver", entry.receiver())
                .param("receiverName", entry.receiverName())
                .param("created", Timestamp.from(entry.created()))
                .param("requestedDate", entry.requestedDate() == null ? null : Date.valueOf(entry.requestedDate()))
                .param("due", Timestamp.from(entry.due()))
                .param("note", entry.note(), Types.VARCHAR)
                .param(
                        "contactName",
                        entry.contact() == null ? null : entry.contact().name(),
                        Types.VARCHAR)
                .param(
                        "contactPhone",
                        entry.contact() == null ? null : entry.contact().phone(),
                        Types.VARCHAR)
                .param("state", order.state().word())
                .param("instanceId", order.instanceId(), Types.VARCHAR)
                .param(
                        "offeringIds",
                        order.items().stream()
                                .map(ProductOrder.Item::offeringId)
                                .distinct()
                                .toArray(String[]::new))
                .param("search", FragmentSearch.text(order.id(), entry.customerId(), entry.customerName()))
                .update();
        insertItems(order, order.items(), 0);
    }

    private void insertItems(ProductOrder order, List<Item> items, int first) {
        jdbc.sql("""
                        INSERT INTO ordering.product_order_item
                               (id, order_id, position, city, offering_id, offering_name, offering_name_en, action, quantity, state,
                                characteristics, subscription)
                        SELECT id, :orderId, :first + position - 1, :city, offering_id, offering_name, offering_name_en, action, quantity, state,
                               CAST(characteristics AS jsonb), subscription
                          FROM unnest(:ids, :offeringIds, :offeringNames, :offeringNamesEn, :actions, :quantities, :states,
                                      :characteristics, :subscriptions)
                               WITH ORDINALITY AS item (id, offering_id, offering_name, offering_name_en, action, quantity, state,
                                                        characteristics, subscription, position)
                        """)
                .param("orderId", order.id())
                .param("first", first)
                .param("city", order.city())
                .param("ids", texts(items, Item::id))
                .param("offeringIds", texts(items, Item::offeringId))
                .param("offeringNames", texts(items, Item::offeringName))
                .param("offeringNamesEn", texts(items, Item::offeringNameEn))
                .param("actions", texts(items, Item::action))
                .param("quantities", items.stream().map(Item::quantity).toArray(Integer[]::new))
                .param("states", texts(items, item -> item.state().word()))
                .param("characteristics", texts(items, item -> rows.json(item.characteristics())))
                .param("subscriptions", texts(items, Item::subscription))
                .update();
    }

    private static @Nullable String[] texts(List<Item> items, Function<Item, @Nullable String> of) {
        return items.stream().map(of).toArray(String[]::new);
    }

    /** Writes what the verbs have changed; the entry never does. */
    void update(ProductOrder order) {
        var progress = order.progress();
        var updated = jdbc.sql("""
                        WITH items AS (
                            UPDATE ordering.product_order_item item
                               SET state = now.state
                              FROM unnest(:itemIds, :itemStates) AS now (id, state)
                             WHERE item.id = now.id AND item.state <> now.state)
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
                .param("message", progress.message(), Types.VARCHAR)
                .param("mirrorState", order.mirror().state(), Types.VARCHAR)
                .param("mirrored", timestamp(order.mirror().at()))
                .param("instanceId", order.instanceId(), Types.VARCHAR)
                .param("id", order.id())
                .param("revision", order.revision())
                .param("itemIds", texts(order.items(), Item::id))
                .param("itemStates", texts(order.items(), item -> item.state().word()))
                .update();
        if (updated != 1) {
            throw new OptimisticLockingFailureException("order " + order.id() + " has changed since it was read");
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
                insertItems(order, List.of(item), position);
            }
        }
        jdbc.sql("""
                        WITH gone AS (
                            DELETE FROM ordering.ordered_product WHERE id = :id AND product <> ALL (:offeringIds)),
                        added AS (
                            INSERT INTO ordering.ordered_product (id, product, city, created)
                            SELECT id, unnest(:offeringIds::text[]), city, created FROM ordering.product_order WHERE id = :id
                                ON CONFLICT (id, product) DO NOTHING)
                        UPDATE ordering.product_order SET offering_ids = :offeringIds WHERE id = :id
                        """)
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
                .param("note", entry.note(), Types.VARCHAR)
                .param("id", order.id())
                .param("revision", order.revision())
                .update();
    }

    Optional<ProductOrder> find(String id) {
        var parameters = new HashMap<String, Object>(Map.of("id", id));
        return jdbc.sql(OrderRows.SELECT + " WHERE id = :id AND " + DataScope.condition("city", parameters))
                .params(parameters)
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
        var conditions = conditions(filter, now);
        var order = paging.orderBy(SORTABLE, NEWEST_FIRST);
        return lists.page(
                paging,
                new Listing(
                        OrderRows.COLUMNS,
                        "ordering.product_order",
                        "id",
                        conditions.from(order.equals(NEWEST_FIRST)),
                        order,
                        conditions.params()),
                rows);
    }

    void each(OrderFilter filter, Instant now, Consumer<ProductOrder> reader) {
        var conditions = conditions(filter, now);
        lists.each(
                "SELECT " + OrderRows.COLUMNS + " FROM " + conditions.orders() + " ORDER BY " + NEWEST_FIRST,
                conditions.params(),
                rows,
                reader);
    }

    private OrderConditions conditions(OrderFilter filter, Instant now) {
        var found = OrderConditions.isSearched(filter)
                ? search.find(SEARCHABLE, DataScope.cities(), OrderConditions.text(filter))
                        .orElse(null)
                : null;
        return new OrderConditions(filter, now, found);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
