package esop.provisioning.web;

import esop.systems.SystemHealth;
import esop.systems.SystemHealth.Health;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open fallouts by the kind of trouble, the most frequent first. */
@Repository
class FalloutGroups {

    private static final Map<String, String> SORTABLE =
            Map.of("count", "alike", "oldest", "oldest", "system", "system", "customers", "customer_count");

    private static final String GROUPED = """
            FROM (
                SELECT fingerprint, system, step, error_class, min(provisioning.message_pattern(message)) AS message, count(*) AS alike,
                    count(*) FILTER (WHERE late) AS late, min(created) AS oldest, count(DISTINCT customer_id) AS customer_count,
                    array_agg(DISTINCT customer_name) AS customers
                FROM (
                    SELECT f.id, f.product_order_id, f.service_order_id, f.work_order_id, f.city, f.system, f.step, f.error_class, f.message,
                        f.fingerprint, f.state, f.created, f.due, f.due < now() AS late, s.customer_id, s.customer_name
                    FROM provisioning.fallout f
                    JOIN provisioning.service_order s ON s.id = f.service_order_id
                ) AS entry
                %s
                GROUP BY fingerprint, system, step, error_class
            ) AS kind
            """;

    private final JdbcClient jdbc;
    private final Lists lists;
    private final SystemHealth health;

    FalloutGroups(JdbcClient jdbc, Lists lists, SystemHealth health) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.health = health;
    }

    Page<FalloutGroup> page(Filter filter, Paging paging) {
        var from = GROUPED.formatted(filter.and("state = 'open'").where());
        var known = new HashMap<String, Health>();
        return lists.page(
                paging,
                from,
                filter.parameters(),
                () -> jdbc.sql("""
                        SELECT fingerprint, system, step, error_class, message, alike, late, oldest, customer_count, customers,
                            (SELECT count(*) FROM provisioning.fallout o WHERE o.fingerprint = kind.fingerprint AND o.state = 'resolved')
                                AS solved,
                            (SELECT max(i.run) FROM provisioning.resend_item i
                             WHERE i.fingerprint = kind.fingerprint AND i.state IN ('waiting', 'asked')) AS run
                        """ + from + " ORDER BY " + paging.orderBy(SORTABLE, "alike DESC, oldest, fingerprint")
                                + " LIMIT :limit OFFSET :offset")
                        .params(filter.parameters())
                        .param("limit", paging.limit())
                        .param("offset", paging.offset())
                        .query((row, number) -> new FalloutGroup(
                                row.getString("fingerprint"),
                                row.getString("system"),
                                row.getString("step"),
                                row.getString("error_class"),
                                row.getString("message"),
                                row.getLong("alike"),
                                row.getLong("late"),
                                Objects.requireNonNull(Columns.instant(row, "oldest")),
                                row.getLong("customer_count"),
                                some((String[]) row.getArray("customers").getArray()),
                                row.getLong("solved"),
                                known.computeIfAbsent(row.getString("system"), health::of),
                                row.getString("run")))
                        .list());
    }

    private static List<String> some(String[] names) {
        return Arrays.stream(names).limit(3).toList();
    }
}
