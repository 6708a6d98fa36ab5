package esop.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.identity.DataScope;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of orders' timelines; they are only ever added, and whoever listens hears of each. */
@Repository
class OrderEvents {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final NewLines lines;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    OrderEvents(JdbcClient jdbc, ObjectMapper json, NewLines lines, ApplicationEventPublisher listeners, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.lines = lines;
        this.listeners = listeners;
        this.clock = clock;
    }

    void add(ProductOrder order, String kind, @Nullable String actor, String subject, Map<String, String> params) {
        add(order.id(), kind, actor, subject, params);
    }

    /** For whoever has not read the order. */
    void add(String orderId, String kind, @Nullable String actor, String subject, Map<String, String> params) {
        var now = clock.instant();
        lines.add(new NewLines.Line(orderId, now, kind, actor, subject, write(params)));
        listeners.publishEvent(new OrderEvent(orderId, now, kind, actor, subject, params));
    }

    List<OrderEvent> of(String orderId) {
        lines.write();
        var parameters = new HashMap<String, Object>(Map.of("orderId", orderId));
        return jdbc.sql("""
                        SELECT order_id, at, kind, actor, subject, params
                          FROM ordering.order_event
                         WHERE order_id = :orderId AND\s""" + DataScope.condition("city", parameters) + " ORDER BY id")
                .params(parameters)
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
