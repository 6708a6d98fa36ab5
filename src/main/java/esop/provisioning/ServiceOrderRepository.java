package esop.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ServiceOrderRepository {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ServiceOrderRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(NewServiceOrder facts, String name) {
        jdbc.sql("""
                        INSERT INTO provisioning.service_order (
                            id, name, source, type, state, product_order_id, order_item_id, city, customer_id, customer_name, customer_level,
                            product, characteristics, level, depends_on, priority, requested_completion, service_request_id)
                        VALUES (
                            :id, :name, 'product-order', :type, 'acknowledged', :productOrder, :orderItem, :city, :customer, :customerName,
                            :customerLevel, :product, :characteristics::jsonb, :level, :dependsOn, :priority, :requestedCompletion, :serviceRequest)
                        """)
                .param("id", facts.id())
                .param("name", name)
                .param("type", facts.action())
                .param("productOrder", facts.productOrderId())
                .param("orderItem", facts.orderItemId())
                .param("city", facts.city())
                .param("customer", facts.customerId())
                .param("customerName", facts.customerName())
                .param("customerLevel", facts.customerLevel(), Types.VARCHAR)
                .param("product", facts.product())
                .param("characteristics", write(facts.characteristics()))
                .param("level", facts.level())
                .param("dependsOn", facts.dependsOn().toArray(String[]::new))
                .param("priority", facts.priority())
                .param("requestedCompletion", facts.requestedCompletion().atOffset(ZoneOffset.UTC))
                .param("serviceRequest", facts.serviceRequestId(), Types.VARCHAR)
                .update();
    }

    ServiceOrder get(String id) {
        return jdbc.sql("""
                        SELECT id, type, state, product_order_id, order_item_id, city, customer_id, customer_name, customer_level, product,
                            characteristics, level, depends_on, priority, requested_completion, service_request_id, path, message, revision
                        FROM provisioning.service_order
                        WHERE id = :id
                        """).param("id", id).query(this::read).single();
    }

    /** @return false where this was known */
    boolean stoppedByUnit(String id, boolean stopped) {
        return jdbc.sql(
                                "UPDATE provisioning.service_order SET stopped_by_unit = :stopped WHERE id = :id AND stopped_by_unit <> :stopped")
                        .param("stopped", stopped)
                        .param("id", id)
                        .update()
                == 1;
    }

    void save(ServiceOrder order) {
        var rows = jdbc.sql("""
                        UPDATE provisioning.service_order
                        SET state = :state, path = :path, message = :message, characteristics = :characteristics::jsonb,
                            started = CASE WHEN :state IN ('acknowledged', 'cancelled') THEN started ELSE coalesce(started, now()) END,
                            completed = CASE WHEN :state IN ('completed', 'partial', 'failed', 'cancelled') THEN coalesce(completed, now()) END,
                            revision = revision + 1
                        WHERE id = :id AND revision = :revision
                        """)
                .param("state", order.state().word())
                .param("path", order.path(), Types.VARCHAR)
                .param("message", order.message(), Types.VARCHAR)
                .param("characteristics", write(order.facts().characteristics()))
                .param("id", order.id())
                .param("revision", order.revision())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Service order " + order.id() + " was changed meanwhile");
        }
    }

    /** What depends on the one depends on the other from now on. */
    void replace(NewServiceOrder replaced, String by) {
        jdbc.sql("""
                        UPDATE provisioning.service_order
                        SET replaced_by = CASE WHEN id = :replaced THEN :by ELSE replaced_by END,
                            depends_on = array_replace(depends_on, :replaced, :by)
                        WHERE product_order_id = :productOrder AND (id = :replaced OR :replaced = ANY (depends_on))
                        """)
                .param("replaced", replaced.id())
                .param("by", by)
                .param("productOrder", replaced.productOrderId())
                .update();
    }

    private ServiceOrder read(ResultSet row, int number) throws SQLException {
        var facts = new NewServiceOrder(
                row.getString("id"),
                row.getString("product_order_id"),
                row.getString("order_item_id"),
                row.getString("city"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("customer_level"),
                row.getString("product"),
                row.getString("type"),
                row.getInt("level"),
                List.of((String[]) row.getArray("depends_on").getArray()),
                row.getObject("requested_completion", OffsetDateTime.class).toInstant(),
                row.getInt("priority"),
                readMap(row.getString("characteristics")),
                row.getString("service_request_id"));
        return new ServiceOrder(
                facts,
                ServiceOrderState.of(row.getString("state")),
                row.getString("path"),
                row.getString("message"),
                row.getLong("revision"));
    }

    private String write(Map<String, Object> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private Map<String, Object> readMap(String value) {
        try {
            return json.readValue(value, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
