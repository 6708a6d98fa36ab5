package esop.systems.web;

import com.fasterxml.jackson.databind.node.TextNode;
import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.identity.People;
import esop.systems.calls.CallViews;
import esop.systems.web.CallbackRow.State;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Callbacks that were parked, refused or turned away at the door. */
@Repository
class CallbackQueries {

    private final JdbcClient jdbc;
    private final Lists lists;
    private final CallViews views;
    private final People people;
    private final CurrentPerson currentPerson;
    private final TransactionOperations transaction;

    CallbackQueries(
            JdbcClient jdbc,
            Lists lists,
            CallViews views,
            People people,
            CurrentPerson currentPerson,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.views = views;
        this.people = people;
        this.currentPerson = currentPerson;
        this.transaction = transaction;
    }

    /** What belongs to no city yet, or to none ever, is for those who work for every city. */
    Page<CallbackRow> page(@Nullable String system, @Nullable State state, Paging paging) {
        Supplier<Page<CallbackRow>> read =
                () -> Objects.requireNonNull(transaction.execute(status -> read(system, state, paging)));
        return people.isProvinceWide(currentPerson.get()) ? DataScope.asSystem(read) : read.get();
    }

    private Page<CallbackRow> read(@Nullable String system, @Nullable State state, Paging paging) {
        var parameters = new LinkedHashMap<String, Object>();
        var from = new StringBuilder("""
                FROM (
                    SELECT system || '/' || message_id AS id, system, message_id, received, state, reason, call_key, city, attempts,
                        retry_at, alarmed, NULL AS remote_address, body::text AS body
                    FROM systems.callback
                    WHERE state IN ('PARKED', 'REFUSED')
                    UNION ALL
                    SELECT 'door/' || id, system, message_id, at, 'TURNED_AWAY', reason, NULL, NULL, 1, NULL, false, remote_address, body
                    FROM systems.callback_refusal) AS callback
                WHERE\s""").append(DataScope.condition("city", parameters));
        if (system != null) {
            from.append(" AND system = :system");
            parameters.put("system", system);
        }
        if (state != null) {
            from.append(" AND state = :state");
            parameters.put("state", state.name());
        }
        return lists.page(paging, from.toString(), parameters, () -> rows(from.toString(), parameters, paging));
    }

    private List<CallbackRow> rows(String from, Map<String, Object> parameters, Paging paging) {
        return jdbc.sql("""
                        SELECT id, system, message_id, received, state, reason, call_key, attempts, retry_at, alarmed, remote_address, body
                        """ + from + " ORDER BY received DESC, id LIMIT :rowsShown OFFSET :rowsBefore")
                .params(parameters)
                .param("rowsShown", paging.limit())
                .param("rowsBefore", paging.offset())
                .query((row, number) -> row(row))
                .list();
    }

    /** What was turned away need not even be JSON. */
    private CallbackRow row(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var body = row.getString("body");
        return new CallbackRow(
                row.getString("id"),
                row.getString("system"),
                row.getString("message_id"),
                row.getTimestamp("received").toInstant(),
                state,
                row.getString("reason"),
                row.getString("call_key"),
                row.getInt("attempts"),
                instant(row.getTimestamp("retry_at")),
                row.getBoolean("alarmed"),
                row.getString("remote_address"),
                state == State.TURNED_AWAY ? TextNode.valueOf(body == null ? "" : body) : views.tree(body));
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
