package esop.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.identity.DataScope;
import esop.workflow.LiveUpdates;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of orders' timelines; they are only ever added, and whoever listens hears of each, open browsers too. */
@Repository
class OrderEvents {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final LiveUpdates liveUpdates;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    OrderEvents(
            JdbcClient jdbc,
            ObjectMapper json,
            LiveUpdates liveUpdates,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.liveUpdates = liveUpdates;
        this.listeners = listeners;
        this.clock = clock;
    }

    void add(ProductOrder order, String kind, @Nullable String actor, String subject, Map<String, String> params) {
        var now = clock.instant();
        jdbc.sql("""
                        INSERT INTO ordering.order_event (order_id, city, at, kind, actor, subject, params)
                        VALUES (:orderId, :city, :at, :kind, :actor, :subject, CAST(:params AS jsonb))
                        """)
                .param("orderId", order.id())
                .param("city", order.city())
                .param("at", Timestamp.from(now))
                .param("kind", kind)
                .param("actor", actor)
                .param("subject", subject)
                .param("params", write(params))
                .update();
        liveUpdates.orderChanged(order.id(), order.city());
        listeners.publishEvent(new OrderEvent(order.id(), now, kind, actor, subject, params));
    }

    /** For whoever has not read the order. */
    void add(String orderId, String kind, @Nullable String actor, String subject, Map<String, String> params) {
        var now = clock.instant();
        var city = jdbc.sql("""
                        INSERT INTO ordering.order_event (order_id, city, at, kind, actor, subject, params)
                        SELECT id, city, :at, :kind, :actor, :subject, CAST(:params AS jsonb)
                          FROM ordering.product_order
                         WHERE id = :orderId
                        RETURNING city
                        """)
                .param("orderId", orderId)
                .param("at", Timestamp.from(now))
                .param("kind", kind)
                .param("actor", actor)
                .param("subject", subject)
                .param("params", write(params))
                .query(String.class)
                .single();
        liveUpdates.orderChanged(orderId, city);
        listeners.publishEvent(new OrderEvent(orderId, now, kind, actor, subject, params));
    }

    List<OrderEvent> of(String orderId) {
        return jdbc.sql("""
                        SELECT order_id, at, kind, actor, subject, params
                          FROM ordering.order_event
                         WHERE order_id = :orderId AND\s""" + (DataScope.isSystem() ? "true" : "city = ANY (:cities)") + " ORDER BY id")
                .param("orderId", orderId)
                .param("cities", OrderConditions.cities())
                .query((row, number) -> new OrderEvent(
                        row.getString("order_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("subject"),
                        read(row.getString("params"))))
                .list();
    }

    private String write(Map<String, String> params) {
        try {
            return json.writeValueAsString(params);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<String, String> read(String params) {
        try {
            return json.readValue(params, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("ordering.order_event.params", broken);
        }
    }
}
