package esop.provisioning;

import esop.web.FragmentSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkOrderRepository {

    private static final String SELECT = """
            SELECT id, service_order_id, product_order_id, description, type, unit, state, generation, city, region, place, customer_id,
                customer_name, priority, due, reminder, dispatcher, service_request_id, feedback, review, reviewer, reworks,
                provisioning.is_withdrawing(id, generation) AS withdrawing, revision
            FROM provisioning.work_order
            """;

    private final JdbcClient jdbc;

    WorkOrderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextId() {
        return jdbc.sql("""
                        SELECT 'WO' || lpad(nextval('provisioning.work_order_number')::text, 10, '0')
                        """).query(String.class).single();
    }

    void add(NewWorkOrder facts) {
        jdbc.sql("WITH searchable AS (" + FragmentSearch.insert(WorkOrderState.SEARCHABLE) + """
                        )
                        INSERT INTO provisioning.work_order (
                            id, service_order_id, product_order_id, description, type, unit, state, city, region, place, customer_id,
                            customer_name, priority, due, reminder, dispatcher, service_request_id)
                        VALUES (
                            :id, :serviceOrder, :productOrder, :description, :type, :unit, 'generated', :city, :region, :place, :customer,
                            :customerName, :priority, :due, :reminder, :dispatcher, :serviceRequest)
                        """)
                .param("id", facts.id())
                .param("serviceOrder", facts.serviceOrderId())
                .param("productOrder", facts.productOrderId())
                .param("description", facts.description())
                .param("type", facts.type())
                .param("unit", facts.unit())
                .param("city", facts.city())
                .param("region", facts.region())
                .param("place", facts.place(), Types.VARCHAR)
                .param("customer", facts.customerId())
                .param("customerName", facts.customerName())
                .param("priority", facts.priority())
                .param("due", facts.due().atOffset(ZoneOffset.UTC))
                .param("reminder", facts.reminder().atOffset(ZoneOffset.UTC))
                .param("dispatcher", facts.dispatcher())
                .param("serviceRequest", facts.serviceRequestId(), Types.VARCHAR)
                .param(
                        "search",
                        FragmentSearch.text(
                                facts.id(), facts.serviceOrderId(), facts.productOrderId(), facts.customerName()))
                .update();
    }

    /** Those of which little time is left and nobody was reminded; from now on somebody was. */
    List<DueSoon> dueSoon() {
        return jdbc.sql("""
                        UPDATE provisioning.work_order SET reminded = now()
                        WHERE state NOT IN ('archived', 'cancelled') AND completed IS NULL
                            AND reminded IS NULL AND reminder <= now() AND due > now()
                        RETURNING id, description, city, dispatcher, due
                        """)
                .query((row, number) -> new DueSoon(
                        row.getString("id"),
                        row.getString("description"),
                        row.getString("city"),
                        row.getString("dispatcher"),
                        row.getObject("due", OffsetDateTime.class).toInstant()))
                .list();
    }

    void remindAt(String id, Instant at) {
        jdbc.sql("UPDATE provisioning.work_order SET reminder = :at, reminded = NULL WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    record DueSoon(String id, String description, String city, String dispatcher, Instant due) {}

    boolean exists(String id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM provisioning.work_order WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    WorkOrder get(String id) {
        return find(id).orElseThrow();
    }

    Optional<WorkOrder> find(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(WorkOrderRepository::read)
                .optional();
    }

    /** Until the end of the transaction nobody else does; read only then, so that what others have done of late is seen. */
    Optional<WorkOrder> lock(String id) {
        return jdbc.sql("SELECT id FROM provisioning.work_order WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    /** What was archived and rolled back afterwards. */
    List<WorkOrder> takenBack(String serviceOrderId) {
        return jdbc.sql(SELECT + """
                        WHERE service_order_id = :serviceOrder AND state = 'archived' AND EXISTS (
                            SELECT 1 FROM provisioning.rollback_step u WHERE u.aggregate = work_order.id AND u.state IN ('undone', 'settled'))
                        """)
                .param("serviceOrder", serviceOrderId)
                .query(WorkOrderRepository::read)
                .list();
    }

    /** The units that have done their part of a service order, which still stands. */
    Set<String> unitsDone(String serviceOrderId) {
        return Set.copyOf(jdbc.sql(
                        "SELECT unit FROM provisioning.work_order WHERE service_order_id = :serviceOrder AND state = 'archived'")
                .param("serviceOrder", serviceOrderId)
                .query(String.class)
                .list());
    }

    void save(WorkOrder order) {
        var rows = jdbc.sql("""
                        UPDATE provisioning.work_order
                        SET state = :state, generation = :generation, reworks = :reworks, feedback = :feedback, review = :review,
                            reviewer = :reviewer,
                            dispatched = CASE WHEN :generation > generation THEN now() ELSE dispatched END,
                            executed = CASE WHEN :state = 'done' AND state <> 'done' THEN now() ELSE executed END,
                            reviewed = CASE WHEN :review::text IS DISTINCT FROM review OR :reviewer::text IS DISTINCT FROM reviewer THEN now() ELSE reviewed END,
                            completed = CASE WHEN :state IN ('archived', 'cancelled') OR :state = 'refused' AND unit = 'si' THEN now() END,
                            revision = revision + 1
                        WHERE id = :id AND revision = :revision
                        """)
                .param("state", order.state().word())
                .param("generation", order.generation())
                .param("reworks", order.reworks())
                .param("feedback", order.feedback(), Types.VARCHAR)
                .param("review", order.review(), Types.VARCHAR)
                .param("reviewer", order.reviewer(), Types.VARCHAR)
                .param("id", order.id())
                .param("revision", order.revision())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Work order " + order.id() + " was changed meanwhile");
        }
    }

    private static WorkOrder read(ResultSet row, int number) throws SQLException {
        var facts = new NewWorkOrder(
                row.getString("id"),
                row.getString("service_order_id"),
                row.getString("product_order_id"),
                row.getString("description"),
                row.getString("type"),
                row.getString("unit"),
                row.getString("city"),
                row.getString("region"),
                row.getString("place"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getInt("priority"),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getObject("reminder", OffsetDateTime.class).toInstant(),
                row.getString("dispatcher"),
                row.getString("service_request_id"));
        return new WorkOrder(
                facts,
                WorkOrderState.of(row.getString("state")),
                row.getInt("generation"),
                row.getInt("reworks"),
                row.getString("feedback"),
                row.getString("review"),
                row.getString("reviewer"),
                row.getBoolean("withdrawing"),
                row.getLong("revision"));
    }
}
