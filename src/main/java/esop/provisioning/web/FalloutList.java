package esop.provisioning.web;

import esop.web.Listing;
import esop.web.Lists;
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

    private static final String COLUMNS = """
            id, product_order_id, service_order_id, work_order_id, city,
                (SELECT s.customer_name FROM provisioning.service_order s WHERE s.id = fallout.service_order_id) AS customer_name,
                product, system, step, generation, error_class, message, fingerprint,
                (SELECT count(*) FROM provisioning.fallout o WHERE o.fingerprint = fallout.fingerprint AND o.state = 'open') AS alike,
                state, created, due, state = 'open' AND due < now() AS late, attempt, plan, owner_role, level, resolution, note, resolver,
                resolved
            """;

    private static final String TABLE = "provisioning.fallout";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM " + TABLE;

    private static final String NEWEST_FIRST = "created DESC, id DESC";
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "due", "due",
            "system", "system",
            "errorClass", "error_class",
            "fingerprint", "fingerprint",
            "attempts", "attempt");

    private final JdbcClient jdbc;
    private final Lists lists;

    FalloutList(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
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
        lists.each(
                SELECT + filter.where() + " ORDER BY " + NEWEST_FIRST, filter.parameters(), FalloutList::row, reader);
    }

    Page<FalloutRow> list(Filter filter, Paging paging) {
        return lists.page(
                paging,
                new Listing(
                        COLUMNS,
                        TABLE,
                        "id",
                        TABLE + filter.where(),
                        paging.orderBy(SORTABLE, NEWEST_FIRST),
                        filter.parameters()),
                FalloutList::row);
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
