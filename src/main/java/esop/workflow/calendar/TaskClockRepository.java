package esop.workflow.calendar;

import esop.workflow.calendar.TaskClock.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaskClockRepository {

    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String TASK = """
            SELECT c.task_id, c.calendar, c.started, c.duration, c.next_look, c.level, c.round,
                t.name, t.name_en, t.process, t.activity, t.instance_id, t.business_key, t.root_business_key, t.customer_name, t.city,
                t.assignee, t.candidate_groups, t.priority, t.due,
                ARRAY(SELECT s.since FROM workflow.clock_stop s WHERE s.task_id = c.task_id AND s.stops ORDER BY s.since) AS since,
                ARRAY(SELECT least(s.resumed, s.until) FROM workflow.clock_stop s WHERE s.task_id = c.task_id AND s.stops
                      ORDER BY s.since) AS until
            FROM workflow.task_clock c
            JOIN workflow.open_task t ON t.task_id = c.task_id
            """;

    private static final String CONCERNED = """
            (c.calendar = ANY (:calendars)
             OR :everyOther AND NOT EXISTS (SELECT 1 FROM workflow.calendar k WHERE k.id = c.calendar))
            """;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    TaskClockRepository(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        var batches = new JdbcTemplate(dataSource);
        batches.setFetchSize(1_000);
        this.streaming = JdbcClient.create(batches);
    }

    void add(TaskClock clock, String city, Instant due) {
        jdbc.sql("SELECT workflow.clock_started(:task, :city, :calendar, :started, :duration, :due)")
                .param("task", clock.taskId())
                .param("city", city)
                .param("calendar", clock.calendar())
                .param("started", clock.started().atOffset(ZoneOffset.UTC))
                .param("duration", clock.duration())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .query((row, number) -> number)
                .list();
    }

    Optional<ClockedTask> find(String task) {
        return jdbc.sql(TASK + "WHERE c.task_id = :task")
                .param("task", task)
                .query(TaskClockRepository::task)
                .optional();
    }

    /** Held until the end of the transaction; empty while somebody else holds it, or it is closed. */
    Optional<ClockedTask> hold(String task) {
        return jdbc.sql(TASK + "WHERE c.task_id = :task FOR UPDATE OF c SKIP LOCKED")
                .param("task", task)
                .query(TaskClockRepository::task)
                .optional();
    }

    /** Those whose next level has to be looked at now, each for one node. */
    List<ClockedTask> toLookAt(int most) {
        return jdbc.sql(TASK
                        + "WHERE c.next_look <= now() ORDER BY c.next_look LIMIT :most FOR UPDATE OF c SKIP LOCKED")
                .param("most", most)
                .query(TaskClockRepository::task)
                .list();
    }

    int count(Collection<String> calendars, boolean everyOther) {
        return jdbc.sql("""
                        SELECT count(*) FROM workflow.task_clock c JOIN workflow.open_task t ON t.task_id = c.task_id
                        WHERE
                        """ + CONCERNED)
                .param("calendars", calendars.toArray(String[]::new))
                .param("everyOther", everyOther)
                .query(Integer.class)
                .single();
    }

    /** Read as they come; however many there are, memory holds a thousand. */
    void each(Collection<String> calendars, boolean everyOther, Consumer<ClockedTask> reader) {
        streaming
                .sql(TASK + "WHERE " + CONCERNED)
                .param("calendars", calendars.toArray(String[]::new))
                .param("everyOther", everyOther)
                .query((ResultSet row) -> reader.accept(task(row, 0)));
    }

    List<ClockedTask> after(Collection<String> calendars, boolean everyOther, String reached, int most) {
        return jdbc.sql(TASK + "WHERE " + CONCERNED + "AND c.task_id > :reached ORDER BY c.task_id LIMIT :most")
                .param("calendars", calendars.toArray(String[]::new))
                .param("everyOther", everyOther)
                .param("reached", reached)
                .param("most", most)
                .query(TaskClockRepository::task)
                .list();
    }

    void moved(String task, Instant due) {
        jdbc.sql("UPDATE workflow.task_clock SET due = :due, next_look = now() WHERE task_id = :task")
                .param("task", task)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    void lookAgain(String task, Instant at, int level, int round) {
        jdbc.sql("""
                        UPDATE workflow.task_clock SET next_look = :at, level = :level, round = :round
                        WHERE task_id = :task
                        """)
                .param("task", task)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("level", level)
                .param("round", round)
                .update();
    }

    void lookAtAll() {
        jdbc.sql("UPDATE workflow.task_clock SET next_look = now()").update();
    }

    /** Of closed tasks nothing is due any more. */
    int forgetClosed(int most) {
        return jdbc.sql("""
                        DELETE FROM workflow.task_clock WHERE task_id IN (
                            SELECT c.task_id FROM workflow.task_clock c
                            WHERE NOT EXISTS (SELECT 1 FROM workflow.open_task t WHERE t.task_id = c.task_id)
                              AND c.next_look < now()
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        """).param("most", most).update();
    }

    static ClockedTask task(ResultSet row, int number) throws SQLException {
        return new ClockedTask(
                new TaskClock(
                        row.getString("task_id"),
                        row.getString("calendar"),
                        instant(row, "started"),
                        row.getString("duration"),
                        stops(row)),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("process"),
                row.getString("activity"),
                row.getString("instance_id"),
                row.getString("business_key"),
                row.getString("root_business_key"),
                row.getString("customer_name"),
                row.getString("city"),
                row.getString("assignee"),
                List.of((String[]) row.getArray("candidate_groups").getArray()),
                row.getInt("priority"),
                instant(row, "due"),
                instant(row, "next_look"),
                row.getInt("level"),
                row.getInt("round"));
    }

    private static List<Stop> stops(ResultSet row) throws SQLException {
        var since = (Timestamp[]) row.getArray("since").getArray();
        var until = (Timestamp[]) row.getArray("until").getArray();
        var stops = new ArrayList<Stop>();
        for (var i = 0; i < since.length; i++) {
            stops.add(new Stop(since[i].toInstant(), until[i].toInstant()));
        }
        return stops;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
