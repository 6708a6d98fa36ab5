package esop.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubscriptionOrderRepository {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SubscriptionOrderRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of an order in one statement. */
    void add(List<NewSubscriptionOrder> orders) {
        jdbc.sql("""
                        INSERT INTO provisioning.subscription_order (
                            id, product_order_id, order_item_id, city, customer_id, product, action, characteristics, services,
                            subscription)
                        SELECT 'SU' || lpad(nextval('provisioning.subscription_order_number')::text, 10, '0'),
                            product_order_id, order_item_id, city, customer_id, product, action, CAST(characteristics AS jsonb),
                            string_to_array(services, ','), subscription
                        FROM unnest(
                            :productOrders, :items, :cities, :customers, :products, :actions, :characteristics, :services,
                            :subscriptions)
                            AS asked (product_order_id, order_item_id, city, customer_id, product, action, characteristics, services,
                                subscription)
                        """)
                .param("productOrders", texts(orders, NewSubscriptionOrder::productOrderId))
                .param("items", texts(orders, NewSubscriptionOrder::orderItemId))
                .param("cities", texts(orders, NewSubscriptionOrder::city))
                .param("customers", texts(orders, NewSubscriptionOrder::customerId))
                .param("products", texts(orders, NewSubscriptionOrder::product))
                .param("actions", texts(orders, NewSubscriptionOrder::action))
                .param("characteristics", texts(orders, order -> write(order.characteristics())))
                .param("services", texts(orders, order -> String.join(",", order.services())))
                .param("subscriptions", texts(orders, NewSubscriptionOrder::subscription))
                .update();
    }

    List<SubscriptionOrder> ofProductOrder(String productOrderId) {
        return jdbc.sql("""
                        SELECT s.id, s.product_order_id, s.order_item_id, s.product, s.action, s.characteristics, s.services,
                            CASE WHEN f.id IS NULL THEN s.state ELSE 'held' END AS state,
                            s.subscription, s.crm_id, s.registered_with, s.message, s.created, s.completed, f.id AS open_fallout
                        FROM provisioning.subscription_order s
                        LEFT JOIN provisioning.fallout f
                            ON s.state = 'inProgress' AND f.service_order_id = s.registered_with AND f.step = :step AND f.state = 'open'
                        WHERE s.product_order_id = :order
                        ORDER BY s.id
                        """)
                .param("step", Registrations.STEP)
                .param("order", productOrderId)
                .query(this::order)
                .list();
    }

    List<SubscriptionOrder> in(String productOrderId, String state) {
        return jdbc.sql("""
                        SELECT id, product_order_id, order_item_id, product, action, characteristics, services, state, subscription,
                            crm_id, registered_with, message, created, completed, NULL AS open_fallout
                        FROM provisioning.subscription_order
                        WHERE product_order_id = :order AND state = :state
                        ORDER BY id
                        """)
                .param("order", productOrderId)
                .param("state", state)
                .query(this::order)
                .list();
    }

    /** Writes what the verbs have changed. */
    void save(List<SubscriptionOrder> orders) {
        jdbc.sql("""
                        UPDATE provisioning.subscription_order s
                        SET state = now.state, subscription = now.subscription, crm_id = now.crm_id,
                            registered_with = now.registered_with, message = now.message,
                            completed = CASE WHEN now.state = 'inProgress' THEN NULL ELSE now() END
                        FROM unnest(:ids, :states, :subscriptions, :crmIds, :registeredWith, :messages)
                            AS now (id, state, subscription, crm_id, registered_with, message)
                        WHERE s.id = now.id
                        """)
                .param("ids", texts(orders, SubscriptionOrder::id))
                .param("states", texts(orders, SubscriptionOrder::state))
                .param("subscriptions", texts(orders, SubscriptionOrder::subscription))
                .param("crmIds", texts(orders, SubscriptionOrder::crmId))
                .param("registeredWith", texts(orders, SubscriptionOrder::registeredWith))
                .param("messages", texts(orders, SubscriptionOrder::message))
                .update();
    }

    /**
     * Also of what was registered before and has now been registered again.
     *
     * @param crmIds what the CRM calls each subscription
     */
    void complete(String registeredWith, Map<String, String> crmIds) {
        jdbc.sql("""
                        UPDATE provisioning.subscription_order s
                        SET state = 'completed', completed = coalesce(s.completed, now()),
                            crm_id = coalesce(
                                (SELECT said.crm_id FROM unnest(:subscriptions, :crmIds) AS said (subscription, crm_id)
                                  WHERE said.subscription = s.subscription), crm_id)
                        WHERE s.registered_with = :registeredWith AND s.state IN ('inProgress', 'completed')
                        """)
                .param("subscriptions", crmIds.keySet().toArray(String[]::new))
                .param("crmIds", crmIds.values().toArray(String[]::new))
                .param("registeredWith", registeredWith)
                .update();
    }

    /** Of what the CRM was, or was to be, told with this service order. */
    void end(String registeredWith, List<String> from, String state, String message) {
        jdbc.sql("""
                        UPDATE provisioning.subscription_order
                        SET state = :state, message = :message, completed = now()
                        WHERE registered_with = :registeredWith AND state IN (:from)
                        """)
                .param("state", state)
                .param("message", message)
                .param("registeredWith", registeredWith)
                .param("from", from)
                .update();
    }

    void cancel(String productOrderId, String orderItemId) {
        jdbc.sql("""
                        UPDATE provisioning.subscription_order
                        SET state = 'cancelled', completed = now()
                        WHERE product_order_id = :order AND order_item_id = :item AND state = 'acknowledged'
                        """).param("order", productOrderId).param("item", orderItemId).update();
    }

    private SubscriptionOrder order(ResultSet row, int number) throws SQLException {
        return new SubscriptionOrder(
                row.getString("id"),
                row.getString("product_order_id"),
                row.getString("order_item_id"),
                row.getString("product"),
                row.getString("action"),
                read(row.getString("characteristics")),
                List.of((String[]) row.getArray("services").getArray()),
                row.getString("state"),
                row.getString("subscription"),
                row.getString("crm_id"),
                row.getString("registered_with"),
                row.getString("message"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                instant(row.getObject("completed", OffsetDateTime.class)),
                row.getString("open_fallout"));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    private String write(Map<String, Object> characteristics) {
        try {
            return json.writeValueAsString(characteristics);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> read(String characteristics) {
        try {
            return json.readValue(characteristics, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("provisioning.subscription_order", broken);
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
