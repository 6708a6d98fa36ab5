package esop.systems.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.CallView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls as people see them. */
@Repository
public class CallViews {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CallViews(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<CallView> ofAggregates(Collection<String> aggregates) {
        return jdbc.sql("""
                        SELECT key, aggregate, step, generation, system, operation, state, attempts, next_at, error_class, message,
                            external_id, payload, answer, created, answered
                        FROM systems.system_call
                        WHERE aggregate IN (:aggregates)
                        ORDER BY sequence
                        """)
                .param("aggregates", aggregates)
                .query((row, number) -> view(row))
                .list();
    }

    public CallView view(ResultSet row) throws SQLException {
        return new CallView(
                row.getString("key"),
                row.getString("aggregate"),
                row.getString("step"),
                row.getInt("generation"),
                row.getString("system"),
                row.getString("operation"),
                row.getString("state"),
                row.getInt("attempts"),
                instant(row.getTimestamp("next_at")),
                row.getString("error_class"),
                row.getString("message"),
                row.getString("external_id"),
                tree(row.getString("payload")),
                row.getString("answer") == null ? null : tree(row.getString("answer")),
                row.getTimestamp("created").toInstant(),
                instant(row.getTimestamp("answered")));
    }

    public JsonNode tree(@Nullable String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
