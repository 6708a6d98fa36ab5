package esop.systems.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Hands due calls to workers, each to one, for the time of a lease by the database's clock. */
@Repository
class CallClaims {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CallClaims(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A call whose lease ran out while it was being sent comes back as UNKNOWN.
     *
     * @param places how many calls of each system there is room for
     */
    @Transactional
    List<SystemCall> claim(Map<String, Integer> places, Duration lease) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT first.key
                            FROM unnest(:systems, :places) AS room (system, places)
                            CROSS JOIN LATERAL (
                                SELECT key
                                FROM systems.system_call
                                WHERE system = room.system AND next_at <= now()
                                ORDER BY next_at, sequence
                                LIMIT room.places
                                FOR UPDATE SKIP LOCKED) first)
                        UPDATE systems.system_call held
                        SET state = CASE held.state
                                WHEN 'NEW' THEN 'SENDING'
                                WHEN 'RETRY' THEN 'SENDING'
                                WHEN 'SENDING' THEN 'UNKNOWN'
                                ELSE held.state
                            END,
                            attempts = held.attempts + CASE WHEN held.state IN ('NEW', 'RETRY') THEN 1 ELSE 0 END,
                            doubtful = held.doubtful OR held.state = 'SENDING',
                            lease_token = gen_random_uuid(),
                            lease_until = now() + :lease * interval '1 millisecond',
                            next_at = now() + :lease * interval '1 millisecond'
                        FROM due
                        WHERE held.key = due.key
                        RETURNING held.aggregate, held.step, held.generation, held.system, held.operation, held.city, held.lane,
                            held.subject, held.payload, held.state, held.attempts, held.proofs, held.lease_token, held.external_id,
                            held.error_class, held.compensates, held.proof_asked, held.undelivered
                        """)
                .param("systems", places.keySet().toArray(String[]::new))
                .param("places", places.values().toArray(Integer[]::new))
                .param("lease", lease.toMillis())
                .query((row, number) -> call(row))
                .list();
    }

    private SystemCall call(ResultSet row) throws SQLException {
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
                row.getString("undelivered") == null ? null : tree(row.getString("undelivered")));
    }

    private JsonNode tree(@Nullable String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
