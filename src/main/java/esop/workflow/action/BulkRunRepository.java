package esop.workflow.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.web.Page;
import esop.web.Paging;
import esop.workflow.action.BulkRun.Item;
import esop.workflow.action.BulkRun.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BulkRunRepository {

    private static final String RUNS = """
            SELECT r.id, r.action, r.created, r.finished, count(*) AS total,
                count(*) FILTER (WHERE i.state = 'done') AS done,
                count(*) FILTER (WHERE i.state = 'failed') AS failed,
                count(*) FILTER (WHERE i.state = 'stopped') AS stopped
            FROM workflow.bulk_run r
            JOIN workflow.bulk_item i ON i.run = r.id
            WHERE r.person = :person AND %s
            GROUP BY r.id
            ORDER BY r.id DESC
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BulkRunRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long add(String person, String language, BulkAction wish, List<String> tasks) {
        var id = jdbc.sql("""
                        INSERT INTO workflow.bulk_run (person, language, action, recipient, reason, data, on_day)
                        VALUES (:person, :language, :action, :recipient, :reason, :data::jsonb, :day)
                        RETURNING id
                        """)
                .param("person", person)
                .param("language", language)
                .param("action", wish.action())
                .param("recipient", wish.to(), Types.VARCHAR)
                .param("reason", wish.reason(), Types.VARCHAR)
                .param("data", written(wish.data()), Types.VARCHAR)
                .param("day", wish.on(), Types.DATE)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO workflow.bulk_item (run, position, task_id)
                        SELECT :run, item.position, item.task FROM unnest(:tasks) WITH ORDINALITY AS item (task, position)
                        """)
                .param("run", id)
                .param("tasks", tasks.toArray(String[]::new))
                .update();
        return id;
    }

    Optional<BulkRun> find(String person, long id) {
        return jdbc.sql(RUNS.formatted("r.id = :id"))
                .param("person", person)
                .param("id", id)
                .query(BulkRunRepository::run)
                .optional();
    }

    List<BulkRun> unfinished(String person) {
        return jdbc.sql(RUNS.formatted("r.finished IS NULL"))
                .param("person", person)
                .query(BulkRunRepository::run)
                .list();
    }

    Page<Item> items(long run, @Nullable String state, Paging paging) {
        var which = state == null ? "i.run = :run" : "i.run = :run AND i.state = :state";
        var parameters =
                state == null ? Map.<String, Object>of("run", run) : Map.<String, Object>of("run", run, "state", state);
        var items = jdbc.sql("""
                        SELECT i.task_id, coalesce(o.name, c.name) AS name, coalesce(o.name_en, c.name_en) AS name_en,
                            coalesce(o.business_key, c.business_key) AS business_key, i.state, i.detail
                        FROM workflow.bulk_item i
                        LEFT JOIN workflow.open_task o ON o.task_id = i.task_id
                        LEFT JOIN workflow.closed_task c ON c.task_id = i.task_id
                        WHERE %s ORDER BY i.position LIMIT :limit OFFSET :offset
                        """.formatted(which))
                .params(parameters)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(Item.class)
                .list();
        var total = jdbc.sql("SELECT count(*) FROM workflow.bulk_item i WHERE " + which)
                .params(parameters)
                .query(Long.class)
                .single();
        return paging.of(items, total);
    }

    /** What has not been begun is left alone; the one being worked on at this moment is waited for. */
    void stop(long run) {
        jdbc.sql(
                        "UPDATE workflow.bulk_item SET state = 'stopped', settled = now() WHERE run = :run AND state = 'waiting'")
                .param("run", run)
                .update();
    }

    /** One that no other node works on, held until the end of the transaction; of several the one that has waited longest. */
    Optional<Order> claim() {
        return jdbc.sql("""
                        SELECT id, person, language, action, recipient, reason, data, on_day
                        FROM workflow.bulk_run
                        WHERE finished IS NULL
                        ORDER BY turn LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
                        """).query((row, number) -> order(row)).optional();
    }

    List<Integer> waiting(long run, int most) {
        return jdbc.sql("""
                        SELECT position FROM workflow.bulk_item WHERE run = :run AND state = 'waiting' ORDER BY position LIMIT :most
                        """)
                .param("run", run)
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    void hadItsTurn(long run) {
        jdbc.sql("UPDATE workflow.bulk_run SET turn = clock_timestamp() WHERE id = :run")
                .param("run", run)
                .update();
    }

    void finish(long run) {
        jdbc.sql("UPDATE workflow.bulk_run SET finished = now() WHERE id = :run")
                .param("run", run)
                .update();
    }

    /** @return the task, held until the end of the transaction; empty where it is settled already */
    Optional<String> settle(long run, int position, String state, @Nullable String detail) {
        return jdbc.sql("""
                        UPDATE workflow.bulk_item SET state = :state, detail = :detail, settled = now()
                        WHERE run = :run AND position = :position AND state = 'waiting'
                        RETURNING task_id
                        """)
                .param("state", state)
                .param("detail", detail, Types.VARCHAR)
                .param("run", run)
                .param("position", position)
                .query(String.class)
                .optional();
    }

    /** Results are looked at when they come; nobody asks for them after a month. */
    void forget() {
        jdbc.sql("DELETE FROM workflow.bulk_run WHERE finished < now() - interval '30 days'")
                .update();
    }

    private static BulkRun run(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished", OffsetDateTime.class);
        return new BulkRun(
                row.getLong("id"),
                row.getString("action"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getInt("stopped"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private Order order(ResultSet row) throws SQLException {
        var wish = new BulkAction(
                row.getString("action"),
                row.getString("recipient"),
                row.getString("reason"),
                read(row.getString("data")),
                row.getObject("on_day", LocalDate.class));
        return new Order(row.getLong("id"), row.getString("person"), row.getString("language"), wish);
    }

    private @Nullable String written(@Nullable Map<String, Object> data) {
        return data == null ? null : json.valueToTree(data).toString();
    }

    private @Nullable Map<String, Object> read(@Nullable String data) {
        try {
            return data == null ? null : json.readValue(data, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
