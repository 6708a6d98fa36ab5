package esop.workflow.calendar;

import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecountRepository {

    private static final String RECOUNT = """
            SELECT r.id, r.calendar, r.revision, r.person, r.note, r.calendars, r.every_other, r.total, r.looked_at, r.moved, r.failed,
                r.reached, r.created, r.finished
            FROM workflow.recount r
            """;

    private static final String CHANGE = """
            SELECT c.task_id, coalesce(o.name, d.name, '') AS name, coalesce(o.name_en, d.name_en, '') AS name_en,
                coalesce(o.root_business_key, d.root_business_key) AS subject, coalesce(o.customer_name, d.customer_name) AS customer,
                c.city, c.due_was, c.due, c.problem
            FROM workflow.recount_change c
            LEFT JOIN workflow.open_task o ON o.task_id = c.task_id
            LEFT JOIN workflow.closed_task d ON d.task_id = c.task_id
            WHERE c.recount = :recount
            """;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    RecountRepository(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        var batches = new JdbcTemplate(dataSource);
        batches.setFetchSize(1_000);
        this.streaming = JdbcClient.create(batches);
    }

    /** An earlier one that is still under way ends here: what it has not reached the new one counts, and lists. */
    long add(
            String calendar,
            int revision,
            String person,
            String note,
            Collection<String> calendars,
            boolean everyOther,
            int total,
            Duration settle) {
        jdbc.sql("""
                        UPDATE workflow.recount SET finished = now(), total = looked_at
                        WHERE calendar = :calendar AND finished IS NULL
                        """).param("calendar", calendar).update();
        return jdbc.sql("""
                        INSERT INTO workflow.recount (calendar, revision, person, note, calendars, every_other, total, begins)
                        VALUES (:calendar, :revision, :person, :note, :calendars, :everyOther, :total,
                                now() + make_interval(secs => :settle))
                        RETURNING id
                        """)
                .param("calendar", calendar)
                .param("revision", revision)
                .param("person", person)
                .param("note", note)
                .param("calendars", calendars.toArray(String[]::new))
                .param("everyOther", everyOther)
                .param("total", total)
                .param("settle", settle.toMillis() / 1000.0)
                .query(Long.class)
                .single();
    }

    /** The oldest that may begin and nobody works on, held until the end of the transaction; its changes can refer to it meanwhile. */
    Optional<Recount> claim() {
        return jdbc.sql(RECOUNT + """
                        WHERE r.finished IS NULL AND r.begins <= now()
                        ORDER BY r.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
                        """).query(RecountRepository::recount).optional();
    }

    void reached(Recount recount, String task, int lookedAt, int moved, int failed) {
        jdbc.sql("""
                        UPDATE workflow.recount
                        SET reached = :task, looked_at = looked_at + :lookedAt, moved = moved + :moved, failed = failed + :failed,
                            total = greatest(total, looked_at + :lookedAt)
                        WHERE id = :id
                        """)
                .param("id", recount.id())
                .param("task", task)
                .param("lookedAt", lookedAt)
                .param("moved", moved)
                .param("failed", failed)
                .update();
    }

    /** What was closed in the meantime needs no new due time. */
    void finish(Recount recount) {
        jdbc.sql("UPDATE workflow.recount SET finished = now(), total = looked_at WHERE id = :id")
                .param("id", recount.id())
                .update();
    }

    void add(long recount, RecountChange change) {
        jdbc.sql("""
                        INSERT INTO workflow.recount_change (recount, task_id, city, due_was, due, problem)
                        VALUES (:recount, :task, :city, :was, :due, :problem)
                        ON CONFLICT (recount, task_id) DO UPDATE SET due = excluded.due, problem = excluded.problem
                        """)
                .param("recount", recount)
                .param("task", change.taskId())
                .param("city", change.city())
                .param("was", change.was().atOffset(ZoneOffset.UTC))
                .param("due", change.due() == null ? null : change.due().atOffset(ZoneOffset.UTC))
                .param("problem", change.problem())
                .update();
    }

    Optional<Recount> find(long id) {
        return jdbc.sql(RECOUNT + """
                        JOIN workflow.calendar k ON k.id = r.calendar
                        WHERE r.id = :id AND (k.city IS NULL OR identity.in_scope(k.city))
                        """)
                .param("id", id)
                .query(RecountRepository::recount)
                .optional();
    }

    List<Recount> latest(String calendar, int most) {
        return jdbc.sql(RECOUNT + "WHERE r.calendar = :calendar ORDER BY r.id DESC LIMIT :most")
                .param("calendar", calendar)
                .param("most", most)
                .query(RecountRepository::recount)
                .list();
    }

    /** Those of the reader's cities. */
    Page<RecountChange> changes(long recount, Paging paging) {
        var items = jdbc.sql(CHANGE + "ORDER BY c.problem NULLS LAST, c.due_was, c.task_id LIMIT :limit OFFSET :offset")
                .param("recount", recount)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(RecountRepository::change)
                .list();
        var total = jdbc.sql("SELECT count(*) FROM workflow.recount_change WHERE recount = :recount")
                .param("recount", recount)
                .query(Long.class)
                .single();
        return paging.of(items, total);
    }

    void each(long recount, Consumer<RecountChange> reader) {
        streaming
                .sql(CHANGE + "ORDER BY c.due_was, c.task_id")
                .param("recount", recount)
                .query((ResultSet row) -> reader.accept(change(row, 0)));
    }

    private static Recount recount(ResultSet row, int number) throws SQLException {
        return new Recount(
                row.getLong("id"),
                row.getString("calendar"),
                row.getInt("revision"),
                row.getString("person"),
                row.getString("note"),
                List.of((String[]) row.getArray("calendars").getArray()),
                row.getBoolean("every_other"),
                row.getInt("total"),
                row.getInt("looked_at"),
                row.getInt("moved"),
                row.getInt("failed"),
                row.getString("reached"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished", OffsetDateTime.class)));
    }

    private static RecountChange change(ResultSet row, int number) throws SQLException {
        return new RecountChange(
                row.getString("task_id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("subject"),
                row.getString("customer"),
                row.getString("city"),
                row.getObject("due_was", OffsetDateTime.class).toInstant(),
                instant(row.getObject("due", OffsetDateTime.class)),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
