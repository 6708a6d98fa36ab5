package esop.provisioning;

import esop.systems.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RollbackRepository {

    private final JdbcClient jdbc;

    RollbackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean running(String productOrderId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM provisioning.rollback WHERE product_order_id = :order AND state = 'running')
                        """).param("order", productOrderId).query(Boolean.class).single();
    }

    boolean proposed(String productOrderId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM provisioning.rollback_batch_item WHERE product_order_id = :order AND state = 'proposed')
                        """).param("order", productOrderId).query(Boolean.class).single();
    }

    /**
     * Empty when somebody else has begun one of the same meanwhile.
     *
     * @param serviceOrderId null where it is about the whole order
     * @param backTo key of the oldest step that is taken back, null where all of them are
     */
    Optional<String> add(
            NewServiceOrder order,
            @Nullable String serviceOrderId,
            @Nullable String backTo,
            String reason,
            @Nullable String person,
            boolean stopsOrder,
            List<RollbackStep> steps) {
        var id = jdbc.sql("""
                        INSERT INTO provisioning.rollback (
                            id, product_order_id, service_order_id, back_to, city, customer_id, customer_name, reason, person, stops_order)
                        VALUES (
                            'RB' || lpad(nextval('provisioning.rollback_number')::text, 10, '0'), :order, :serviceOrder, :backTo, :city,
                            :customer, :customerName, :reason, :person, :stopsOrder)
                        ON CONFLICT DO NOTHING
                        RETURNING id
                        """)
                .param("order", order.productOrderId())
                .param("serviceOrder", serviceOrderId)
                .param("backTo", backTo)
                .param("city", order.city())
                .param("customer", order.customerId())
                .param("customerName", order.customerName())
                .param("reason", reason)
                .param("person", person)
                .param("stopsOrder", stopsOrder)
                .query(String.class)
                .optional();
        id.ifPresent(rollback -> steps.forEach(step -> add(rollback, step)));
        return id;
    }

    private void add(String rollback, RollbackStep step) {
        jdbc.sql("""
                        INSERT INTO provisioning.rollback_step (
                            rollback, position, city, service_order_id, system, product, aggregate, name, generation, undone_by, obstacle,
                            happened)
                        VALUES (
                            :rollback, :position, :city, :serviceOrder, :system, :product, :aggregate, :name, :generation, :undoneBy, :obstacle,
                            :happened)
                        """)
                .param("rollback", rollback)
                .param("position", step.position())
                .param("city", step.city())
                .param("serviceOrder", step.serviceOrderId())
                .param("system", step.system())
                .param("product", step.product())
                .param("aggregate", step.step().aggregate())
                .param("name", step.step().name())
                .param("generation", step.step().generation())
                .param("undoneBy", step.undoneBy())
                .param("obstacle", step.obstacle())
                .param("happened", step.happened().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the last attempt to take this service order back has left something. */
    boolean isIncomplete(String serviceOrderId) {
        return jdbc.sql("""
                        SELECT coalesce(
                            (SELECT state = 'incomplete' FROM provisioning.rollback
                             WHERE service_order_id = :serviceOrder
                             ORDER BY id DESC
                             LIMIT 1), false)
                        """)
                .param("serviceOrder", serviceOrderId)
                .query(Boolean.class)
                .single();
    }

    /** The products a customer is just losing. */
    Set<String> productsOfRunning(String customerId) {
        return Set.copyOf(
                jdbc.sql("""
                        SELECT DISTINCT s.product
                        FROM provisioning.rollback r
                        JOIN provisioning.rollback_step s ON s.rollback = r.id
                        WHERE r.customer_id = :customer AND r.state = 'running'
                        """).param("customer", customerId).query(String.class).list());
    }

    Optional<RollbackStep> next(String rollback) {
        return jdbc.sql("""
                        SELECT position, service_order_id, city, system, product, aggregate, name, generation, undone_by, obstacle, happened,
                            state
                        FROM provisioning.rollback_step
                        WHERE rollback = :rollback AND state IN ('waiting', 'asked')
                        ORDER BY position
                        LIMIT 1
                        """)
                .param("rollback", rollback)
                .query(RollbackRepository::read)
                .optional();
    }

    void ask(String rollback, int position, String undoneBy) {
        jdbc.sql("""
                        UPDATE provisioning.rollback_step
                        SET state = 'asked', asked = now(), undone_by = :undoneBy
                        WHERE rollback = :rollback AND position = :position
                        """)
                .param("undoneBy", undoneBy)
                .param("rollback", rollback)
                .param("position", position)
                .update();
    }

    void settle(String rollback, int position, String state) {
        jdbc.sql("""
                        UPDATE provisioning.rollback_step
                        SET state = :state, settled = now()
                        WHERE rollback = :rollback AND position = :position
                        """)
                .param("state", state)
                .param("rollback", rollback)
                .param("position", position)
                .update();
    }

    void leaveRest(String rollback) {
        jdbc.sql("""
                        UPDATE provisioning.rollback_step
                        SET state = 'left', settled = now()
                        WHERE rollback = :rollback AND state IN ('waiting', 'asked')
                        """).param("rollback", rollback).update();
    }

    /**
     * What a rollback was about.
     *
     * @param serviceOrderId null for the whole order
     * @param backTo null where everything was to be taken back
     */
    record About(
            String productOrderId,
            @Nullable String serviceOrderId,
            @Nullable String backTo) {}

    About end(String rollback, String state) {
        return jdbc.sql("""
                        UPDATE provisioning.rollback
                        SET state = :state, ended = now()
                        WHERE id = :rollback AND state = 'running'
                        RETURNING product_order_id, service_order_id, back_to
                        """)
                .param("state", state)
                .param("rollback", rollback)
                .query(About.class)
                .single();
    }

    /** The service orders of which something was taken back. */
    List<String> reached(String rollback) {
        return jdbc.sql("""
                        SELECT DISTINCT service_order_id
                        FROM provisioning.rollback_step
                        WHERE rollback = :rollback AND state IN ('undone', 'settled')
                        ORDER BY service_order_id
                        """).param("rollback", rollback).query(String.class).list();
    }

    private static RollbackStep read(ResultSet row, int number) throws SQLException {
        return new RollbackStep(
                row.getInt("position"),
                row.getString("service_order_id"),
                row.getString("city"),
                row.getString("system"),
                row.getString("product"),
                new Step(row.getString("aggregate"), row.getString("name"), row.getInt("generation")),
                row.getString("undone_by"),
                row.getString("obstacle"),
                row.getObject("happened", OffsetDateTime.class).toInstant(),
                row.getString("state"));
    }
}
