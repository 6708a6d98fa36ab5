package esop.provisioning;

import esop.provisioning.RollbackBatches.Item;
import esop.provisioning.RollbackBatches.Summary;
import java.time.OffsetDateTime;
import java.util.Collection;
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
            @Nullable String backTo,
            String reason,
            @Nullable String person) {}

    /** What a person asked for. */
    record Wish(
            @Nullable String backTo,
            String reason,
            @Nullable String person) {}

    String nextId() {
        return jdbc.sql("SELECT 'RBB' || lpad(nextval('provisioning.rollback_batch_number')::text, 8, '0')")
                .query(String.class)
                .single();
    }

    List<String> newestFirst(Collection<String> orderIds) {
        return jdbc.sql("""
                        SELECT product_order_id
                        FROM provisioning.service_order
                        WHERE product_order_id IN (:orders)
                        GROUP BY product_order_id
                        ORDER BY max(created) DESC, product_order_id DESC
                        """).param("orders", orderIds).query(String.class).list();
    }

    /** @param obstacle why it cannot be proposed, null where it can */
    void add(String batch, int position, String productOrderId, Wish wish, @Nullable String obstacle) {
        jdbc.sql("""
                        INSERT INTO provisioning.rollback_batch_item (
                            batch, position, product_order_id, city, back_to, reason, person, state, obstacle)
                        SELECT :batch, :position, :order, min(city), :backTo, :reason, :person,
                            CASE WHEN CAST(:obstacle AS text) IS NULL THEN 'proposed' ELSE 'refused' END, :obstacle
                        FROM provisioning.service_order
                        WHERE product_order_id = :order
                        """)
                .param("batch", batch)
                .param("position", position)
                .param("order", productOrderId)
                .param("backTo", wish.backTo())
                .param("reason", wish.reason())
                .param("person", wish.person())
                .param("obstacle", obstacle)
                .update();
    }

    /** What waits for an approver in this city, the newest order first. */
    List<Waiting> proposed(String batch, String city) {
        return jdbc.sql("""
                        SELECT position, product_order_id, back_to, reason, person
                        FROM provisioning.rollback_batch_item
                        WHERE batch = :batch AND city = :city AND state = 'proposed'
                        ORDER BY position
                        FOR UPDATE
                        """)
                .param("batch", batch)
                .param("city", city)
                .query(Waiting.class)
                .list();
    }

    void decide(String batch, String city, boolean approved, @Nullable String approver, @Nullable String opinion) {
        jdbc.sql("""
                        UPDATE provisioning.rollback_batch_item
                        SET state = CASE WHEN :approved THEN 'waiting' ELSE 'refused' END,
                            obstacle = CASE WHEN :approved THEN NULL ELSE 'not-approved' END,
                            approver = :approver, opinion = :opinion
                        WHERE batch = :batch AND city = :city AND state = 'proposed'
                        """)
                .param("approved", approved)
                .param("approver", approver)
                .param("opinion", opinion)
                .param("batch", batch)
                .param("city", city)
                .update();
    }

    /** Locked until the end of the transaction, so that two rollbacks that end at once do not both begin the next. */
    List<Waiting> waiting(String batch) {
        return jdbc.sql("""
                        SELECT position, product_order_id, back_to, reason, person
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
                        SELECT i.product_order_id AS order_id, coalesce(r.state, i.state) AS state, i.rollback AS rollback_id, i.obstacle,
                            i.opinion
                        FROM provisioning.rollback_batch_item i
                        LEFT JOIN provisioning.rollback r ON r.id = i.rollback
                        WHERE i.batch = :batch
                        ORDER BY i.position
                        """).param("batch", batch).query(Item.class).list();
    }

    List<Summary> latest(int most) {
        return jdbc.sql("""
                        SELECT i.batch AS id, min(i.reason) AS reason, min(i.person) AS person, min(i.created) AS created,
                            count(*) AS orders,
                            count(*) FILTER (WHERE coalesce(r.state, i.state) IN ('proposed', 'waiting', 'running')) AS open
                        FROM provisioning.rollback_batch_item i
                        LEFT JOIN provisioning.rollback r ON r.id = i.rollback
                        GROUP BY i.batch
                        ORDER BY i.batch DESC
                        LIMIT :most
                        """)
                .param("most", most)
                .query((row, number) -> new Summary(
                        row.getString("id"),
                        row.getString("reason"),
                        row.getString("person"),
                        row.getObject("created", OffsetDateTime.class).toInstant(),
                        row.getInt("orders"),
                        row.getInt("open")))
                .list();
    }
}
