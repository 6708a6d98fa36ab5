package esop.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.provisioning.ServiceOrderView.WorkOrderView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Service orders with their work orders, as others see them. */
@Repository
class ServiceOrderViews {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ServiceOrderViews(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<String> productOrderOf(String serviceOrderId) {
        return jdbc.sql("SELECT product_order_id FROM provisioning.service_order WHERE id = :id")
                .param("id", serviceOrderId)
                .query(String.class)
                .optional();
    }

    List<ServiceOrderView> ofProductOrders(Collection<String> productOrderIds) {
        var workOrders = new HashMap<String, List<WorkOrderView>>();
        jdbc.sql("""
                        SELECT w.service_order_id, w.id, %s AS stage, w.unit, w.due, w.created, w.completed, w.feedback,
                            (SELECT max(f.id) FROM provisioning.fallout f WHERE f.work_order_id = w.id AND f.state = 'open') AS open_fallout,
                            o.expected, o.alert, o.alerted, o.milestone
                        FROM provisioning.work_order w
                        LEFT JOIN LATERAL (
                            SELECT said.expected, said.alert, said.alerted, said.milestone
                            FROM provisioning.outlook said
                            WHERE said.subject = w.id AND said.generation = w.generation
                        ) AS o ON true
                        WHERE w.product_order_id IN (:productOrders)
                        ORDER BY w.id
                        """.formatted(WorkOrderState.STAGE))
                .param("productOrders", productOrderIds)
                .query(row -> {
                    workOrders
                            .computeIfAbsent(row.getString("service_order_id"), id -> new ArrayList<>())
                            .add(workOrder(row));
                });
        return jdbc.sql("""
                        SELECT s.id, s.product_order_id, s.order_item_id, s.product, s.type, s.state, s.path, s.level, s.depends_on,
                            s.requested_completion, s.created, s.completed, s.message, s.replaced_by, s.characteristics,
                            (SELECT max(f.id) FROM provisioning.fallout f WHERE f.service_order_id = s.id AND f.state = 'open' AND f.step <> :registration) AS open_fallout,
                            o.expected, o.alert, o.alerted, o.milestone
                        FROM provisioning.service_order s
                        LEFT JOIN provisioning.outlook o ON o.subject = s.id
                        WHERE s.product_order_id IN (:productOrders)
                        ORDER BY s.level, s.id
                        """)
                // What the CRM is told is shown with the subscription orders.
                .param("registration", Registrations.STEP)
                .param("productOrders", productOrderIds)
                .query((row, number) -> serviceOrder(row, workOrders.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private ServiceOrderView serviceOrder(ResultSet row, List<WorkOrderView> workOrders) throws SQLException {
        return new ServiceOrderView(
                row.getString("id"),
                row.getString("product_order_id"),
                row.getString("order_item_id"),
                row.getString("product"),
                row.getString("type"),
                row.getString("state"),
                row.getString("path"),
                row.getInt("level"),
                List.of((String[]) row.getArray("depends_on").getArray()),
                instant(row, "requested_completion"),
                instant(row, "created"),
                instant(row, "completed"),
                row.getString("message"),
                row.getString("replaced_by"),
                characteristics(row.getString("characteristics")),
                row.getString("open_fallout"),
                OutlookRepository.read(row),
                workOrders);
    }

    private static WorkOrderView workOrder(ResultSet row) throws SQLException {
        var stage = row.getString("stage");
        return new WorkOrderView(
                row.getString("id"),
                WorkOrderState.tmf(stage),
                stage,
                row.getString("unit"),
                instant(row, "due"),
                instant(row, "created"),
                instant(row, "completed"),
                row.getString("feedback"),
                row.getString("open_fallout"),
                OutlookRepository.read(row));
    }

    private Map<String, Object> characteristics(String value) {
        try {
            return json.readValue(value, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
