package esop.provisioning;

import esop.provisioning.RollbackBatches.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RollbackBatchRepository {

    private final JdbcClient jdbc;

    RollbackBatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Waiting(
            int position,
            String productOrderId,
            String reason,
            @Nullable String person) {}

    String nextId() {
        return jdbc.sql("SELECT 'RBB' || lpad(nextval('provisioning.rollback_batch_number')::text, 8, '0')")
                .query(String.class)
                .single();
    }

    /** The newest first, whichever order they were named in. */
    void add(String batch, List<String> orderIds, String reason, @Nullable String person) {
        jdbc.sql("""
                        INSERT INTO provisioning.rollback_batch_item (batch, position, product_order_id, city, reason, person)
                        SELECT :batch, row_number() OVER (ORDER BY max(s.created) DESC, s.product_order_id DESC), s.product_order_id, min(s.city),
                            :reason, :person
                        FROM provisioning.service_order s
                        WHERE s.product_order_id IN (:orders)
                        GROUP BY s.product_order_id
                        """)
                .param("batch", batch)
                .param("reason", reason)
                .param("person", person)
                .param("orders", orderIds)
                .update();
    }

    /** Locked until the end of the transaction, so that two rollbacks that end at once do not both begin the next. */
    List<Waiting> waiting(String batch) {
        return jdbc.sql("""
                        SELECT position, product_order_id, reason, person
                        FROM provisioning.rollback_batch_item
                        WHERE batch = :batch AND state = 'waiting'
                        ORDER BY position
                        FOR UPDATE
                        """).param("batch", batch).query(Waiting.class).list();
    }

    /** The batches in which something waits and this order is. */
    List<String> waitingWith(String productOrderId) {
        return jdbc.sql("""
                        SELECT DISTINCT w.batch
                        FROM provisioning.rollback_batch_item i
                        JOIN provisioning.rollback_batch_item w ON w.batch = i.batch AND w.state = 'waiting'
                        WHERE i.product_order_id = :order
                        """).param("order", productOrderId).query(String.class).list();
    }

    void begun(String batch, int position, String rollback) {
        settle(batch, position, "begun", rollback, null);
    }

    void refused(String batch, int position, String obstacle) {
        settle(batch, position, "refused", null, obstacle);
    }

    private void settle(
            String batch, int position, String state, @Nullable String rollback, @Nullable String obstacle) {
        jdbc.sql("""
                        UPDATE provisioning.rollback_batch_item
                        SET state = :state, rollback = :rollback, obstacle = :obstacle
                        WHERE batch = :batch AND position = :position
                        """)
                .param("state", state)
                .param("rollback", rollback)
                .param("obstacle", obstacle)
                .param("batch", batch)
                .param("position", position)
                .update();
    }

    List<Item> items(String batch) {
        return jdbc.sql("""
                        SELECT i.product_order_id AS order_id, coalesce(r.state, i.state) AS state, i.rollback AS rollback_id, i.obstacle
                        FROM provisioning.rollback_batch_item i
                        LEFT JOIN provisioning.rollback r ON r.id = i.rollback
                        WHERE i.batch = :batch
                        ORDER BY i.position
                        """).param("batch", batch).query(Item.class).list();
    }
}
