package esop.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves what has really happened into the past: every instant of every row of one order, by the same span. */
class TimeShift {

    private record Rows(String schema, String table, String condition) {}

    private static final String INSTANCES = "(SELECT i.id FROM workflow.instance i WHERE i.root_business_key = :order)";
    private static final String SERVICE_ORDERS =
            "(SELECT s.id FROM provisioning.service_order s WHERE s.product_order_id = :order)";
    private static final String WORK_ORDERS =
            "(SELECT w.id FROM provisioning.work_order w WHERE w.service_order_id IN " + SERVICE_ORDERS + ")";

    private static final List<Rows> EVERYTHING_OF_AN_ORDER = List.of(
            new Rows("ordering", "product_order", "id = :order"),
            new Rows("ordering", "order_event", "order_id = :order"),
            new Rows("ordering", "return_call", "order_id = :order"),
            new Rows("provisioning", "work_order", "service_order_id IN " + SERVICE_ORDERS),
            new Rows("provisioning", "service_order", "product_order_id = :order"),
            new Rows(
                    "systems",
                    "system_call",
                    "aggregate = :order OR aggregate IN " + SERVICE_ORDERS + " OR aggregate IN " + WORK_ORDERS),
            new Rows("workflow", "closed_task", "root_business_key = :order"),
            new Rows("workflow", "task_event", "root_business_key = :order"),
            new Rows("workflow", "instance", "root_business_key = :order"),
            new Rows("camunda", "act_hi_procinst", "id_ IN " + INSTANCES),
            new Rows("camunda", "act_hi_actinst", "proc_inst_id_ IN " + INSTANCES),
            new Rows("camunda", "act_hi_taskinst", "proc_inst_id_ IN " + INSTANCES));

    private final JdbcClient jdbc;

    TimeShift(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void back(String orderId, int days) {
        for (var rows : EVERYTHING_OF_AN_ORDER) {
            var moved = instants(rows).stream()
                    .map(column -> column + " = " + column + " - make_interval(days => :days)")
                    .collect(Collectors.joining(", "));
            jdbc.sql("UPDATE " + rows.schema() + "." + rows.table() + " SET " + moved + " WHERE " + rows.condition())
                    .param("days", days)
                    .param("order", orderId)
                    .update();
        }
    }

    private List<String> instants(Rows rows) {
        return jdbc.sql("""
                        SELECT column_name
                          FROM information_schema.columns
                         WHERE table_schema = :schema
                           AND table_name = :table
                           AND data_type IN ('timestamp with time zone', 'timestamp without time zone', 'date')
                        """)
                .param("schema", rows.schema())
                .param("table", rows.table())
                .query(String.class)
                .list();
    }
}
