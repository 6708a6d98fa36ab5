package esop.workflow.calendar;

import esop.workflow.calendar.StopCauses.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClockStopRepository {

    private static final String STOP = """
            SELECT s.id, s.task_id, s.cause, s.side, s.stops, s.reason, s.person, s.since, s.until, s.resumed, s.resumed_by
            FROM workflow.clock_stop s
            """;

    private final JdbcClient jdbc;

    ClockStopRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ClockStop> of(String task) {
        return jdbc.sql(STOP + "WHERE s.task_id = :task ORDER BY s.since")
                .param("task", task)
                .query(ClockStopRepository::stop)
                .list();
    }

    /** @return false where it waits already */
    boolean add(ClockedTask task, Cause cause, String reason, String person, Instant until) {
        return jdbc.sql("""
                                INSERT INTO workflow.clock_stop (task_id, city, cause, side, stops, reason, person, until)
                                VALUES (:task, :city, :cause, :side, :stops, :reason, :person, :until)
                                ON CONFLICT (task_id) WHERE resumed IS NULL DO NOTHING
                                """)
                        .param("task", task.id())
                        .param("city", task.city())
                        .param("cause", cause.id())
                        .param("side", cause.side())
                        .param("stops", cause.stops())
                        .param("reason", reason)
                        .param("person", person)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** @return empty where it does not wait */
    Optional<ClockStop> resume(String task, @Nullable String person) {
        return jdbc.sql("""
                        UPDATE workflow.clock_stop s SET resumed = least(s.until, now()), resumed_by = :person
                        WHERE s.task_id = :task AND s.resumed IS NULL
                        RETURNING s.id, s.task_id, s.cause, s.side, s.stops, s.reason, s.person, s.since, s.until, s.resumed, s.resumed_by
                        """)
                .param("task", task)
                .param("person", person)
                .query(ClockStopRepository::stop)
                .optional();
    }

    /** A task whose wait is over, for one node. */
    Optional<String> over() {
        return jdbc.sql("""
                        SELECT s.task_id FROM workflow.clock_stop s WHERE s.resumed IS NULL AND s.until <= now()
                        ORDER BY s.until LIMIT 1 FOR UPDATE SKIP LOCKED
                        """).query(String.class).optional();
    }

    private static ClockStop stop(ResultSet row, int number) throws SQLException {
        var resumed = row.getObject("resumed", OffsetDateTime.class);
        return new ClockStop(
                row.getLong("id"),
                row.getString("task_id"),
                row.getString("cause"),
                row.getString("side"),
                row.getBoolean("stops"),
                row.getString("reason"),
                row.getString("person"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                resumed == null ? null : resumed.toInstant(),
                row.getString("resumed_by"));
    }
}
