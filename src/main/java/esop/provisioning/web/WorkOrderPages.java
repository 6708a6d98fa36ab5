package esop.provisioning.web;

import esop.identity.DataScope;
import esop.provisioning.WorkOrderState;
import esop.web.FragmentSearch;
import esop.web.Listing;
import esop.web.Lists;
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

    private static final String COLUMNS = """
            id, description, type, unit, %s AS stage, product_order_id, service_order_id, service_request_id, city, region, place,
                customer_id, customer_name, priority, created, dispatched, executed, completed, due,
                due < now() AND completed IS NULL AS late, risk.expected, risk.cases, reminder, dispatcher, feedback, review, reviewer, reviewed, generation,
                reworks,
                ARRAY(SELECT other.id FROM provisioning.work_order other
                      WHERE other.product_order_id = work_order.product_order_id
                          AND other.service_order_id = work_order.service_order_id AND other.id <> work_order.id
                      ORDER BY other.id) AS related,
                (SELECT max(f.id) FROM provisioning.fallout f WHERE f.work_order_id = work_order.id AND f.state = 'open') AS open_fallout,
                revision
            """.formatted(WorkOrderState.STAGE);

    private static final String TABLE = "provisioning.work_order";
    private static final String SHOWN = TABLE + """
             LEFT JOIN LATERAL (
                SELECT expected, cases FROM provisioning.at_risk
                WHERE subject = work_order.id AND work_order.completed IS NULL AND work_order.due > now()
            ) risk ON true
            """;
    private static final String SELECT = "SELECT " + COLUMNS + " FROM " + SHOWN;

    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "due", "due",
            "state", "state",
            "priority", "priority",
            "customerName", "customer_name");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final FragmentSearch search;

    WorkOrderPages(JdbcClient jdbc, Lists lists, FragmentSearch search) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.search = search;
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

    /** Only those with a fragment of an id or of the customer's name. */
    void search(Filter filter, String fragment) {
        var text = FragmentSearch.text(fragment);
        search.find(WorkOrderState.SEARCHABLE, DataScope.cities(), text)
                .ifPresentOrElse(
                        found -> filter.and("id = ANY (:found)", "found", found.toArray(String[]::new)),
                        () -> filter.and(
                                "strpos(lower(concat_ws(E'\\n', id, service_order_id, product_order_id, customer_name)), :q) > 0",
                                "q",
                                text));
    }

    /** Every matching work order, the most urgent first, one at a time. */
    void each(Filter filter, Consumer<WorkOrderPage> reader) {
        lists.each(SELECT + filter.where() + " ORDER BY due, id", filter.parameters(), WorkOrderPages::page, reader);
    }

    Page<WorkOrderPage> list(Filter filter, Paging paging) {
        return lists.page(
                paging,
                new Listing(
                        COLUMNS,
                        SHOWN,
                        "id",
                        TABLE + filter.where(),
                        paging.orderBy(SORTABLE, "created DESC, id DESC"),
                        filter.parameters()),
                WorkOrderPages::page);
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
                Columns.instant(row, "expected"),
                row.getObject("cases", Integer.class),
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
