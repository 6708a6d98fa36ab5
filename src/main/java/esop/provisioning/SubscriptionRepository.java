package esop.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers have: each subscription as its last completed order has left it; one that was taken back counts no more. */
@Repository
class SubscriptionRepository {

    private static final String SELECT =
            "SELECT subscription, customer_id, product, crm_id, since, changed, product_order_id, characteristics ";
    private static final String NEWEST_FIRST = "since DESC, subscription DESC";
    private static final String HELD = held("customer_id = :customer");

    private static String held(String which) {
        return """
                FROM (
                    SELECT DISTINCT ON (subscription)
                        subscription, customer_id, product, action, crm_id, product_order_id, characteristics, completed AS changed,
                        min(completed) OVER (PARTITION BY subscription) AS since
                    FROM provisioning.subscription_order
                    WHERE %s AND state = 'completed'
                    ORDER BY subscription, completed DESC, id DESC) latest
                WHERE action <> 'delete'
                """.formatted(which);
    }

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SubscriptionRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<Subscription> of(String customerId, Paging paging) {
        var total = jdbc.sql("SELECT count(*) " + HELD)
                .param("customer", customerId)
                .query(Long.class)
                .single();
        var order = paging.orderBy(Map.of("since", "since", "changed", "changed", "product", "product"), NEWEST_FIRST);
        var items = jdbc.sql(SELECT + HELD + " ORDER BY " + order + " LIMIT :limit OFFSET :offset")
                .param("customer", customerId)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(this::subscription)
                .list();
        return paging.of(items, total);
    }

    /** Those of these products, newest first; one that another order is just changing comes last. */
    List<Subscription> changeable(String customerId, Collection<String> products) {
        return jdbc.sql(SELECT + HELD + """
                         AND product IN (:products)
                        ORDER BY EXISTS (
                            SELECT 1 FROM provisioning.subscription_order other
                            WHERE other.subscription = latest.subscription AND other.state = 'inProgress'),\s""" + NEWEST_FIRST)
                .param("customer", customerId)
                .param("products", products)
                .query(this::subscription)
                .list();
    }

    List<Subscription> find(Collection<String> ids) {
        return jdbc.sql(SELECT + held("subscription IN (:ids)") + " ORDER BY " + NEWEST_FIRST)
                .param("ids", ids)
                .query(this::subscription)
                .list();
    }

    List<String> orders(String id) {
        return jdbc.sql("""
                        SELECT product_order_id FROM provisioning.subscription_order
                        WHERE subscription = :id AND state = 'completed' ORDER BY completed, id
                        """).param("id", id).query(String.class).list();
    }

    Set<String> changing(Collection<String> ids) {
        return new HashSet<>(jdbc.sql("""
                        SELECT subscription FROM provisioning.subscription_order
                        WHERE subscription IN (:ids) AND action <> 'add' AND state IN ('acknowledged', 'inProgress')
                        """).param("ids", ids).query(String.class).list());
    }

    Map<String, Integer> held(String customerId, Collection<String> products) {
        var held = new HashMap<String, Integer>();
        jdbc.sql("SELECT product, count(*) AS number " + HELD + " AND product IN (:products) GROUP BY product")
                .param("customer", customerId)
                .param("products", products)
                .query(row -> {
                    held.put(row.getString("product"), row.getInt("number"));
                });
        return held;
    }

    private Subscription subscription(ResultSet row, int number) throws SQLException {
        try {
            return new Subscription(
                    row.getString("subscription"),
                    row.getString("customer_id"),
                    row.getString("product"),
                    row.getString("crm_id"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    row.getObject("changed", OffsetDateTime.class).toInstant(),
                    row.getString("product_order_id"),
                    json.readValue(row.getString("characteristics"), new TypeReference<>() {}));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("provisioning.subscription_order", broken);
        }
    }
}
