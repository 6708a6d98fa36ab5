package esop.provisioning.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.web.Texts;
import esop.web.UnknownException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/service-orders")
class ServiceOrderController {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final WorkOrderPages workOrders;

    ServiceOrderController(JdbcClient jdbc, ObjectMapper json, WorkOrderPages workOrders) {
        this.jdbc = jdbc;
        this.json = json;
        this.workOrders = workOrders;
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ServiceOrderPage one(@PathVariable String id) {
        var filter = new Filter().and("id = :id", "id", id);
        return jdbc.sql("""
                        SELECT id, name, characteristics, source, state, type, product_order_id, order_item_id, city, customer_id,
                            customer_name, product, level, depends_on, priority, path, message, requested_completion,
                            requested_completion < now() AND completed IS NULL AS late, created, started, completed,
                            (SELECT max(f.id) FROM provisioning.fallout f
                             WHERE f.service_order_id = service_order.id AND f.state = 'open') AS open_fallout, revision
                        FROM provisioning.service_order
                        """ + filter.where())
                .params(filter.parameters())
                .query((row, number) -> page(row))
                .optional()
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-service-order", id)));
    }

    private ServiceOrderPage page(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var dependsOn = List.of((String[]) row.getArray("depends_on").getArray());
        return new ServiceOrderPage(
                id,
                row.getString("name"),
                read(row.getString("characteristics")),
                row.getString("source"),
                row.getString("state"),
                row.getString("type"),
                row.getString("product_order_id"),
                row.getString("order_item_id"),
                row.getString("city"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("product"),
                row.getInt("level"),
                dependsOn,
                row.getInt("priority"),
                row.getString("path"),
                message(row.getString("message"), dependsOn),
                Columns.instant(row, "requested_completion"),
                row.getBoolean("late"),
                Columns.instant(row, "created"),
                Columns.instant(row, "started"),
                Columns.instant(row, "completed"),
                row.getString("open_fallout"),
                row.getLong("revision"),
                workOrders.ofServiceOrder(id));
    }

    /** One that was never begun names the other that did not succeed. */
    private static @Nullable String message(@Nullable String message, List<String> dependsOn) {
        return message != null && dependsOn.contains(message)
                ? Texts.get("provisioning.dependency-failed", message)
                : message;
    }

    private Map<String, Object> read(String characteristics) {
        try {
            return json.readValue(characteristics, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
