package esop.cancellation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.cancellation.ServiceCancellation.Entry;
import esop.cancellation.ServiceCancellation.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads cancellations with their lines in one query. */
@Component
class CancellationRows implements RowMapper<ServiceCancellation> {

    static final String COLUMNS = """
            id, city, customer_id, customer_name, customer_level, reason, day, creator, creator_name, created, owner, owner_name,
                   state, lines, retention, retention_note, choice, waived, waiver_reason, granted, charged, charge, order_id, ended,
                   message, instance_id, revision""";

    static final String SELECT = "SELECT " + COLUMNS + " FROM cancellation.service_cancellation";

    private final ObjectMapper json;

    CancellationRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ServiceCancellation mapRow(ResultSet row, int number) throws SQLException {
        return new ServiceCancellation(
                row.getString("id"),
                new Entry(
                        row.getString("city"),
                        row.getString("customer_id"),
                        row.getString("customer_name"),
                        row.getString("customer_level"),
                        row.getString("reason"),
                        row.getObject("day", LocalDate.class),
                        row.getString("creator"),
                        row.getString("creator_name"),
                        row.getTimestamp("created").toInstant(),
                        row.getString("owner"),
                        row.getString("owner_name")),
                CancellationState.of(row.getString("state")),
                read(row.getString("lines"), new TypeReference<List<Line>>() {}),
                new Settlement(
                        row.getString("retention"),
                        row.getString("retention_note"),
                        row.getString("choice"),
                        row.getBigDecimal("waived"),
                        row.getString("waiver_reason"),
                        row.getBoolean("granted"),
                        row.getBigDecimal("charged"),
                        row.getString("charge")),
                row.getString("order_id"),
                instant(row.getTimestamp("ended")),
                row.getString("message"),
                row.getString("instance_id"),
                row.getInt("revision"));
    }

    String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cancellation.service_cancellation", broken);
        }
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
