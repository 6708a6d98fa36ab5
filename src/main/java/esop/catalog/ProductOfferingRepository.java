package esop.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductOfferingRepository {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ProductOfferingRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was retired too: running orders still name it. */
    List<ProductOffering> all() {
        return jdbc.sql("""
                        SELECT id, name, name_en, description, description_en, type, components, cities, recurring_price, one_time_price,
                               price_unit, price_unit_en, commitment_months, lead_time, actions, lifecycle, unavailable, unavailable_en,
                               retired, characteristics
                          FROM catalog.product_offering
                         ORDER BY position
                        """).query((row, number) -> offering(row)).list();
    }

    /** Keeps the catalogue as it is until the end of the transaction: bundles and their components change one after the other. */
    void lock() {
        jdbc.sql("SELECT id FROM catalog.product_offering ORDER BY id FOR UPDATE")
                .query(String.class)
                .list();
    }

    void retire(String id, String reason, Instant since) {
        jdbc.sql("""
                        UPDATE catalog.product_offering
                           SET lifecycle = 'retired', unavailable = :reason, unavailable_en = :reason, retired = :since
                         WHERE id = :id
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("since", Timestamp.from(since))
                .update();
    }

    void launch(String id) {
        jdbc.sql("""
                        UPDATE catalog.product_offering
                           SET lifecycle = 'launched', unavailable = NULL, unavailable_en = NULL, retired = NULL
                         WHERE id = :id
                        """).param("id", id).update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private ProductOffering offering(ResultSet row) throws SQLException {
        return new ProductOffering(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("description"),
                row.getString("description_en"),
                row.getString("type"),
                texts(row, "components"),
                texts(row, "cities"),
                new ProductOffering.Price(
                        row.getBigDecimal("recurring_price"),
                        row.getBigDecimal("one_time_price"),
                        row.getString("price_unit"),
                        row.getString("price_unit_en")),
                row.getInt("commitment_months"),
                row.getString("lead_time"),
                texts(row, "actions"),
                row.getString("lifecycle"),
                row.getString("unavailable"),
                row.getString("unavailable_en"),
                instant(row.getTimestamp("retired")),
                characteristics(row.getString("characteristics")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private List<Characteristic> characteristics(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("catalog.product_offering.characteristics", broken);
        }
    }
}
