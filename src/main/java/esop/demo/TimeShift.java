package esop.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves what has really happened into the past: every instant of every row of one order, opportunity or intake, by the same span. */
class TimeShift {

    private record Rows(String schema, String table, String condition) {}

    private static final String INSTANCES = "(SELECT i.id FROM workflow.instance i WHERE i.root_business_key = :order)";
    private static final String SERVICE_ORDERS =
            "(SELECT s.id FROM provisioning.service_order s WHERE s.product_order_id = :order)";
    private static final String WORK_ORDERS =
            "(SELECT w.id FROM provisioning.work_order w WHERE w.service_order_id IN " + SERVICE_ORDERS + ")";

    private static final List<Rows> EVERYTHING_OF_AN_ORDER = List.of(
            new Rows("ordering", "product_order", "id = :order"),
            new Rows("ordering", "ordered_product", "id = :order"),
            new Rows("ordering", "order_event", "order_id = :order"),
            new Rows("ordering", "return_call", "order_id = :order"),
            new Rows("provisioning", "work_order", "service_order_id IN " + SERVICE_ORDERS),
            new Rows("provisioning", "service_order", "product_order_id = :order"),
            new Rows("provisioning", "subscription_order", "product_order_id = :order"),
            new Rows(
                    "systems",
                    "system_call",
                    "aggregate = :order OR aggregate IN " + SERVICE_ORDERS + " OR aggregate IN " + WORK_ORDERS),
            new Rows("workflow", "closed_task", "root_business_key = :order"),
            new Rows("workflow", "task_event", "root_business_key = :order"),
            new Rows("workflow", "instance", "root_business_key = :order"),
            new Rows("camunda", "act_hi_procinst", "id_ IN " + INSTANCES),
            new Rows("camunda", "act_hi_actinst", "proc_inst_id_ IN " + INSTANCES));

    private static final List<Rows> EVERYTHING_OF_A_DEAL = List.of(
            new Rows("opportunity", "sales_opportunity", "id = :order"),
            new Rows("opportunity", "opportunity_event", "opportunity_id = :order"),
            new Rows("opportunity", "approval", "opportunity_id = :order"),
            new Rows("opportunity", "agreement", "opportunity_id = :order"),
            new Rows("opportunity", "document", "opportunity_id = :order"),
            new Rows("systems", "system_call", "aggregate = :order"),
            new Rows("workflow", "closed_task", "root_business_key = :order"),
            new Rows("workflow", "task_event", "root_business_key = :order"),
            new Rows("workflow", "instance", "root_business_key = :order"),
            new Rows("camunda", "act_hi_procinst", "id_ IN " + INSTANCES),
            new Rows("camunda", "act_hi_actinst", "proc_inst_id_ IN " + INSTANCES),
            new Rows("camunda", "act_hi_taskinst", "proc_inst_id_ IN " + INSTANCES));

    private static final List<Rows> EVERYTHING_OF_AN_INTAKE = List.of(
            new Rows("intake", "intake", "id = :order"),
            new Rows("intake", "intake_event", "intake_id = :order"),
            new Rows("intake", "note", "intake_id = :order"),
            new Rows("systems", "system_call", "aggregate = :order"),
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
        back(EVERYTHING_OF_AN_ORDER, orderId, days);
    }

    void dealBack(String opportunityId, int days) {
        back(EVERYTHING_OF_A_DEAL, opportunityId, days);
    }

    void intakeBack(String intakeId, int days) {
        back(EVERYTHING_OF_AN_INTAKE, intakeId, days);
    }

    private void back(List<Rows> everything, String orderId, int days) {
        for (var rows : everything) {
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
