package esop.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.ordering.ProductOrder.Entry;
import esop.ordering.ProductOrder.Item;
import esop.ordering.ProductOrder.Mirror;
import esop.ordering.ProductOrder.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads orders with their items in one query. */
@Component
class OrderRows implements RowMapper<ProductOrder> {

    static final String COLUMNS = """
            id, city, category, template, priority, customer_id, customer_name, customer_level, contact_id, receiver,
                   receiver_name, created, requested_date, due, note, contact_name, contact_phone, state, service_orders, service_orders_ended, open_fallouts,
                   completed, message, mirror_state, mirrored, instance_id, revision,
                   (SELECT jsonb_agg(jsonb_build_object(
                               'id', item.id, 'offeringId', item.offering_id, 'offeringName', item.offering_name,
                               'offeringNameEn', item.offering_name_en, 'action', item.action, 'quantity', item.quantity,
                               'state', item.state, 'characteristics', item.characteristics, 'subscription', item.subscription)
                           ORDER BY item.position)
                      FROM ordering.product_order_item item
                     WHERE item.order_id = product_order.id) AS items""";

    static final String SELECT = "SELECT " + COLUMNS + " FROM ordering.product_order";

    private final ObjectMapper json;

    OrderRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ProductOrder mapRow(ResultSet row, int number) throws SQLException {
        return new ProductOrder(
                row.getString("id"),
                new Entry(
                        row.getString("city"),
                        row.getString("category"),
                        row.getString("template"),
                        row.getInt("priority"),
                        row.getString("customer_id"),
                        row.getString("customer_name"),
                        row.getString("customer_level"),
                        row.getString("contact_id"),
                        row.getString("receiver"),
                        row.getString("receiver_name"),
                        row.getTimestamp("created").toInstant(),
                        row.getObject("requested_date", LocalDate.class),
                        row.getTimestamp("due").toInstant(),
                        row.getString("note"),
                        contact(row.getString("contact_name"), row.getString("contact_phone"))),
                items(row.getString("items")),
                new Progress(
                        ProductOrderState.of(row.getString("state")),
                        row.getInt("service_orders"),
                        row.getInt("service_orders_ended"),
                        row.getInt("open_fallouts"),
                        instant(row.getTimestamp("completed")),
                        row.getString("message")),
                new Mirror(row.getString("mirror_state"), instant(row.getTimestamp("mirrored"))),
                row.getString("instance_id"),
                row.getInt("revision"));
    }

    private static @Nullable OrderContact contact(@Nullable String name, @Nullable String phone) {
        return name == null ? null : new OrderContact(name, phone);
    }

    String json(Map<String, ?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Item> items(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("ordering.product_order_item", broken);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
