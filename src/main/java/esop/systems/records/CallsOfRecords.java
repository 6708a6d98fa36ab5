package esop.systems.records;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import esop.systems.calls.CallViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls that took effect, and those of others on the same records. */
@Repository
class CallsOfRecords {

    /**
     * @param own whether it is one of those that were asked for
     * @param answer what the system said last
     */
    record Call(
            Step step,
            String system,
            String operation,
            boolean own,
            @Nullable String id,
            @Nullable String compensates,
            JsonNode payload,
            @Nullable JsonNode answer,
            Instant created) {}

    private final JdbcClient jdbc;
    private final CallViews views;

    CallsOfRecords(JdbcClient jdbc, CallViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /** In the order in which they went out. */
    List<Call> of(Collection<String> aggregates, Collection<String> others) {
        var besides = new HashSet<>(others);
        besides.removeAll(aggregates);
        return jdbc.sql("""
                        WITH own AS (
                            SELECT sequence, system, subject, external_id
                            FROM systems.system_call
                            WHERE aggregate IN (:aggregates) AND state = 'DONE'
                        ), wanted AS (
                            SELECT sequence, true AS own FROM own
                            UNION
                            SELECT other.sequence, false
                            FROM own
                            JOIN systems.system_call other
                                ON other.system = own.system AND other.subject = own.subject AND other.external_id = own.external_id
                                    AND other.external_id IS NOT NULL AND other.state = 'DONE'
                            WHERE other.aggregate NOT IN (:aggregates)
                            UNION
                            SELECT sequence, false FROM systems.system_call WHERE aggregate = ANY (:others) AND state = 'DONE'
                        )
                        SELECT c.aggregate, c.step, c.generation, c.system, c.operation, wanted.own, c.external_id, c.compensates, c.payload,
                            c.answer, c.created
                        FROM wanted
                        JOIN systems.system_call c ON c.sequence = wanted.sequence
                        ORDER BY c.sequence
                        """)
                .param("aggregates", aggregates)
                .param("others", besides.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    private Call read(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        return new Call(
                new Step(row.getString("aggregate"), row.getString("step"), row.getInt("generation")),
                row.getString("system"),
                row.getString("operation"),
                row.getBoolean("own"),
                row.getString("external_id"),
                row.getString("compensates"),
                views.tree(row.getString("payload")),
                answer == null ? null : views.tree(answer),
                row.getTimestamp("created").toInstant());
    }
}
