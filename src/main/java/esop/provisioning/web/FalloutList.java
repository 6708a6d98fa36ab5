package esop.provisioning.web;

import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FalloutList {

    private static final String FROM = """
            FROM (
                SELECT f.id, f.product_order_id, f.service_order_id, f.work_order_id, f.city, s.customer_name, f.product, f.system, f.step,
                    f.generation, f.error_class, f.message, f.fingerprint, f.state, f.created, f.due,
                    f.state = 'open' AND f.due < now() AS late, f.attempt, f.plan, f.owner_role, f.level, f.resolution, f.note, f.resolver,
                    f.resolved
                FROM provisioning.fallout f
                JOIN provisioning.service_order s ON s.id = f.service_order_id
            ) AS entry
            """;

    private static final String SELECT = """
            SELECT id, product_order_id, service_order_id, work_order_id, city, customer_name, product, system, step, generation, error_class,
                message, fingerprint,
                (SELECT count(*) FROM provisioning.fallout o WHERE o.fingerprint = entry.fingerprint AND o.state = 'open') AS alike,
                state, created, due, late, attempt, plan, owner_role, level, resolution, note, resolver, resolved
            """ + FROM;

    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "due", "due",
            "system", "system",
            "errorClass", "error_class",
            "fingerprint", "fingerprint",
            "attempts", "attempt");

    private final JdbcClient jdbc;

    FalloutList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FalloutRow> find(String id) {
        var filter = new Filter().and("id = :id", "id", id);
        return jdbc.sql(SELECT + filter.where())
                .params(filter.parameters())
                .query(FalloutList::row)
                .optional();
    }

    /** Every matching row, newest first, as it is read. */
    void each(Filter filter, Consumer<FalloutRow> reader) {
        jdbc.sql(SELECT + filter.where() + " ORDER BY created DESC, id DESC")
                .params(filter.parameters())
                .query((ResultSet row) -> reader.accept(row(row, 0)));
    }

    Page<FalloutRow> list(Filter filter, Paging paging) {
        var total = jdbc.sql("SELECT count(*) " + FROM + filter.where())
                .params(filter.parameters())
                .query(Long.class)
                .single();
        var items = jdbc.sql(SELECT + filter.where() + " ORDER BY " + paging.orderBy(SORTABLE, "created DESC, id DESC")
                        + " LIMIT :limit OFFSET :offset")
                .params(filter.parameters())
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(FalloutList::row)
                .list();
        return paging.of(items, total);
    }

    private static FalloutRow row(ResultSet row, int number) throws SQLException {
        return new FalloutRow(
                row.getString("id"),
                row.getString("product_order_id"),
                row.getString("service_order_id"),
                row.getString("work_order_id"),
                row.getString("city"),
                row.getString("customer_name"),
                row.getString("product"),
                row.getString("system"),
                row.getString("step"),
                row.getInt("generation"),
                row.getString("error_class"),
                row.getString("message"),
                row.getString("fingerprint"),
                row.getLong("alike"),
                row.getString("state"),
                Columns.instant(row, "created"),
                Columns.instant(row, "due"),
                row.getBoolean("late"),
                row.getInt("attempt"),
                row.getString("plan"),
                row.getString("owner_role"),
                row.getInt("level"),
                row.getString("resolution"),
                row.getString("note"),
                row.getString("resolver"),
                Columns.instant(row, "resolved"));
    }
}
