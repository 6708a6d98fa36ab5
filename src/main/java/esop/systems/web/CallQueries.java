package esop.systems.web;

import esop.identity.DataScope;
import esop.systems.CallView;
import esop.systems.calls.CallState;
import esop.systems.calls.CallViews;
import esop.systems.web.CallDetail.Attempt;
import esop.systems.web.CallDetail.Callback;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts of calls, of the reader's cities only. */
@Repository
class CallQueries {

    private static final String COLUMNS = """
            key, aggregate, step, generation, system, operation, state, attempts, next_at, error_class, message, external_id, payload,
                answer, created, answered
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "created", "created", "answered", "answered", "system", "system", "state", "state", "attempts", "attempts");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final CallViews views;

    CallQueries(JdbcClient jdbc, Lists lists, CallViews views) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.views = views;
    }

    @Transactional(readOnly = true)
    Page<CallView> page(@Nullable String system, @Nullable CallState state, @Nullable String aggregate, Paging paging) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = new StringBuilder(DataScope.condition("city", parameters));
        if (system != null) {
            where.append(" AND system = :system");
            parameters.put("system", system);
        }
        if (state != null) {
            where.append(" AND state = :state");
            parameters.put("state", state.name());
        }
        if (aggregate != null) {
            where.append(" AND aggregate = :aggregate");
            parameters.put("aggregate", aggregate);
        }
        return lists.page(
                paging,
                new Listing(
                        COLUMNS,
                        "systems.system_call",
                        "key",
                        "systems.system_call WHERE " + where,
                        paging.orderBy(SORTABLE, "sequence DESC"),
                        parameters),
                (row, number) -> views.view(row));
    }

    @Transactional(readOnly = true)
    Optional<CallDetail> find(String key) {
        var parameters = new LinkedHashMap<String, Object>(Map.of("key", key));
        return jdbc.sql("SELECT " + COLUMNS + " FROM systems.system_call WHERE key = :key AND "
                        + DataScope.condition("city", parameters))
                .params(parameters)
                .query((row, number) -> views.view(row))
                .optional()
                .map(call -> new CallDetail(call, attempts(key), callbacks(key)));
    }

    private List<Attempt> attempts(String key) {
        return jdbc.sql("""
                        SELECT kind, at, outcome, status, millis, answer
                        FROM systems.system_call_attempt
                        WHERE call_key = :key
                        ORDER BY id
                        LIMIT 200
                        """)
                .param("key", key)
                .query((row, number) -> new Attempt(
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("outcome"),
                        row.getObject("status", Integer.class),
                        row.getInt("millis"),
                        row.getString("answer")))
                .list();
    }

    private List<Callback> callbacks(String key) {
        return jdbc.sql("""
                        SELECT message_id, received, state, reason, body
                        FROM systems.callback
                        WHERE call_key = :key
                        ORDER BY received
                        LIMIT 200
                        """)
                .param("key", key)
                .query((row, number) -> new Callback(
                        row.getString("message_id"),
                        row.getTimestamp("received").toInstant(),
                        row.getString("state"),
                        row.getString("reason"),
                        views.tree(row.getString("body"))))
                .list();
    }

    /** Per system, how many calls are not through: under way, or given up. */
    @Transactional(readOnly = true)
    Map<String, Counts> counts() {
        var parameters = new LinkedHashMap<String, Object>();
        var counts = new LinkedHashMap<String, Counts>();
        jdbc.sql("""
                        SELECT system, count(*) FILTER (WHERE state <> 'DEAD') AS pending,
                            count(*) FILTER (WHERE state = 'DEAD') AS failed,
                            count(*) FILTER (WHERE state IN ('RETRY', 'UNKNOWN')) AS troubled
                        FROM systems.system_call
                        WHERE state NOT IN ('DONE', 'CANCELLED') AND %s
                        GROUP BY system
                        """.formatted(DataScope.condition("city", parameters)))
                .params(parameters)
                .query((row, number) -> counts.put(
                        row.getString("system"),
                        new Counts(row.getLong("pending"), row.getLong("failed"), row.getLong("troubled"))))
                .list();
        return counts;
    }

    record Counts(long pending, long failed, long troubled) {}
}
