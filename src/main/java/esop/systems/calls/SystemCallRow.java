package esop.systems.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

@Component
class SystemCallRow implements RowMapper<SystemCall> {

    private final ObjectMapper json;

    SystemCallRow(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public SystemCall mapRow(ResultSet row, int number) throws SQLException {
        return new SystemCall(
                new Step(row.getString("aggregate"), row.getString("step"), row.getInt("generation")),
                row.getString("system"),
                row.getString("operation"),
                row.getString("city"),
                row.getString("lane"),
                row.getString("subject"),
                tree(row.getString("payload")),
                CallState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("proofs"),
                row.getObject("lease_token", UUID.class),
                row.getString("external_id"),
                row.getString("error_class"),
                row.getString("compensates"),
                row.getBoolean("proof_asked"),
                row.getString("undelivered") == null ? null : tree(row.getString("undelivered")),
                Duration.ofMillis(row.getLong("age_ms")));
    }

    private JsonNode tree(@Nullable String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
