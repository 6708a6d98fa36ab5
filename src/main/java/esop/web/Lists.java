package esop.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads one page of a list, and counts its rows a step ahead and no further: neither costs more when a million rows lie behind (ADR 20). Who
 * pages on is counted for again, up to a limit; beyond it, narrow the filter or export.
 */
@Component
public class Lists {

    private static final int READ_AT_ONCE = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate streaming;
    private final int limit;
    private final int step;

    Lists(DataSource dataSource, WebSettings settings) {
        this.jdbc = new NamedParameterJdbcTemplate(new PlannedEachTime(dataSource));
        var batches = new PlannedEachTime(dataSource);
        batches.setFetchSize(READ_AT_ONCE);
        this.streaming = new NamedParameterJdbcTemplate(batches);
        this.limit = settings.listLimit();
        this.step = settings.countAhead();
    }

    /** How far lists can be paged through. */
    public int limit() {
        return limit;
    }

    /** How far rows are counted where only their number is shown. */
    public int step() {
        return step;
    }

    /** @throws BadRequestException for a page that begins beyond the limit */
    public <T> Page<T> page(Paging paging, Listing list, RowMapper<T> row) {
        return page(
                paging,
                "FROM " + list.from(),
                list.parameters(),
                () -> jdbc.query(list.page(), list.parameters(paging), row));
    }

    /**
     * For lists that read their rows in a way of their own.
     *
     * @param from {@code FROM} and what follows it, to count by
     */
    public <T> Page<T> page(Paging paging, String from, Map<String, ?> parameters, Supplier<List<T>> rows) {
        if (paging.offset() >= limit) {
            throw new BadRequestException("page", Texts.get("web.too-deep", limit));
        }
        var items = rows.get();
        var seen = paging.offset() + items.size();
        var isLast = items.size() < paging.limit() && (!items.isEmpty() || paging.offset() == 0);
        if (isLast) {
            return new Page<>(items, seen, false, paging.page(), paging.size());
        }
        var far = Math.max(seen, Math.min(limit, (seen / step + 1) * step));
        var total = count(from, parameters, far + 1);
        return new Page<>(items, Math.min(total, far), total > far, paging.page(), paging.size());
    }

    private long count(String from, Map<String, ?> parameters, long most) {
        var all = new HashMap<String, Object>(parameters);
        all.put("counted", most);
        return jdbc.query("SELECT count(*) FROM (SELECT " + from + " LIMIT :counted) AS counted", all, found -> {
            found.next();
            return found.getLong(1);
        });
    }

    /** Every row as it is read, however many there are; within a transaction. */
    public <T> void each(String sql, Map<String, ?> parameters, RowMapper<T> row, Consumer<T> reader) {
        try (var rows = streaming.queryForStream(sql, parameters, row)) {
            rows.forEach(reader);
        }
    }
}
