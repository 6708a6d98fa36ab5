package esop.provisioning.web;

import esop.provisioning.WorkOrderState;
import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkOrderPages {

    private static final String SELECT = """
            SELECT id, description, type, unit, %s AS stage, product_order_id, service_order_id, service_request_id, city, region, place,
                customer_id, customer_name, priority, created, dispatched, executed, completed, due,
                due < now() AND completed IS NULL AS late, reminder, dispatcher, feedback, review, reviewer, reviewed, generation,
                reworks, related,
                (SELECT max(f.id) FROM provisioning.fallout f WHERE f.work_order_id = work_order.id AND f.state = 'open') AS open_fallout,
                revision
            FROM provisioning.work_order
            """.formatted(WorkOrderState.STAGE);

    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "due", "due",
            "state", "state",
            "priority", "priority",
            "customerName", "customer_name");

    private final JdbcClient jdbc;

    WorkOrderPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkOrderPage> find(String id) {
        var filter = new Filter().and("id = :id", "id", id);
        return jdbc.sql(SELECT + filter.where())
                .params(filter.parameters())
                .query(WorkOrderPages::page)
                .optional();
    }

    List<WorkOrderPage> ofServiceOrder(String serviceOrderId) {
        var filter = new Filter().and("service_order_id = :serviceOrder", "serviceOrder", serviceOrderId);
        return jdbc.sql(SELECT + filter.where() + " ORDER BY id")
                .params(filter.parameters())
                .query(WorkOrderPages::page)
                .list();
    }

    /** Every matching work order, the most urgent first, one at a time. */
    void each(Filter filter, Consumer<WorkOrderPage> reader) {
        jdbc.sql(SELECT + filter.where() + " ORDER BY due, id")
                .params(filter.parameters())
                .query((ResultSet row) -> reader.accept(page(row, 0)));
    }

    Page<WorkOrderPage> list(Filter filter, Paging paging) {
        var total = jdbc.sql("SELECT count(*) FROM provisioning.work_order" + filter.where())
                .params(filter.parameters())
                .query(Long.class)
                .single();
        var items = jdbc.sql(SELECT + filter.where() + " ORDER BY " + paging.orderBy(SORTABLE, "created DESC, id DESC")
                        + " LIMIT :limit OFFSET :offset")
                .params(filter.parameters())
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(WorkOrderPages::page)
                .list();
        return paging.of(items, total);
    }

    private static WorkOrderPage page(ResultSet row, int number) throws SQLException {
        var stage = row.getString("stage");
        return new WorkOrderPage(
                row.getString("id"),
                row.getString("description"),
                row.getString("type"),
                row.getString("unit"),
                WorkOrderState.tmf(stage),
                stage,
                row.getString("product_order_id"),
                row.getString("service_order_id"),
                row.getString("service_request_id"),
                row.getString("city"),
                row.getString("region"),
                row.getString("place"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getInt("priority"),
                Columns.instant(row, "created"),
                Columns.instant(row, "dispatched"),
                Columns.instant(row, "executed"),
                Columns.instant(row, "completed"),
                Columns.instant(row, "due"),
                row.getBoolean("late"),
                Columns.instant(row, "reminder"),
                row.getString("dispatcher"),
                row.getString("feedback"),
                row.getString("review"),
                row.getString("reviewer"),
                Columns.instant(row, "reviewed"),
                row.getInt("generation"),
                row.getInt("reworks"),
                List.of((String[]) row.getArray("related").getArray()),
                row.getString("open_fallout"),
                row.getLong("revision"));
    }
}
