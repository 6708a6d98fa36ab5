package esop.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.ordering.NewOrder.NewItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shared templates of the cities in scope, and the owner's own. */
@Repository
class OrderTemplateRepository {

    private static final String VISIBLE = """
            SELECT id, city, name, shared, owner, owner_name, priority, note, items, changed, revision
              FROM ordering.order_template
             WHERE (shared OR owner = :person)""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    OrderTemplateRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<OrderTemplate> visibleTo(String person) {
        return jdbc.sql(VISIBLE + " ORDER BY name COLLATE \"zh-Hans-CN-x-icu\", id")
                .param("person", person)
                .query((row, number) -> template(row))
                .list();
    }

    Optional<OrderTemplate> find(String id, String person) {
        return jdbc.sql(VISIBLE + " AND id = :id")
                .param("person", person)
                .param("id", id)
                .query((row, number) -> template(row))
                .optional();
    }

    String nextId() {
        return jdbc.sql("SELECT 'OT' || lpad(nextval('ordering.order_template_number')::text, 6, '0')")
                .query(String.class)
                .single();
    }

    void insert(OrderTemplate template) {
        values(jdbc.sql("""
                        INSERT INTO ordering.order_template
                               (id, city, name, shared, owner, owner_name, priority, note, items, changed, revision)
                        VALUES (:id, :city, :name, :shared, :owner, :ownerName, :priority, :note, CAST(:items AS jsonb), :changed,
                                :revision)
                        """), template)
                .param("owner", template.owner())
                .param("ownerName", template.ownerName())
                .update();
    }

    /** False when somebody else has changed it meanwhile. */
    boolean update(OrderTemplate template) {
        return values(jdbc.sql("""
                        UPDATE ordering.order_template
                           SET city = :city, name = :name, shared = :shared, priority = :priority, note = :note,
                               items = CAST(:items AS jsonb), changed = :changed, revision = :revision
                         WHERE id = :id AND revision = :revision - 1
                        """), template).update() == 1;
    }

    void delete(String id) {
        jdbc.sql("DELETE FROM ordering.order_template WHERE id = :id")
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, OrderTemplate template) {
        return statement
                .param("id", template.id())
                .param("city", template.city())
                .param("name", template.name())
                .param("shared", template.shared())
                .param("priority", template.priority())
                .param("note", template.note())
                .param("items", text(template.items()))
                .param("changed", Timestamp.from(template.changed()))
                .param("revision", template.revision());
    }

    private OrderTemplate template(ResultSet row) throws SQLException {
        return new OrderTemplate(
                row.getString("id"),
                row.getString("city"),
                row.getString("name"),
                row.getBoolean("shared"),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getInt("priority"),
                row.getString("note"),
                items(row.getString("items")),
                row.getTimestamp("changed").toInstant(),
                row.getInt("revision"));
    }

    private String text(List<NewItem> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<NewItem> items(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
