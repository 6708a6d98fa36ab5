package esop.provisioning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a withdrawal ends in one stroke. */
@Repository
class WithdrawalRepository {

    private final JdbcClient jdbc;

    WithdrawalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Work at a unit can be stopped there; a request that is answered in a moment cannot, nor what is signed off and not yet archived,
     * nor work whose unit is just judging whether it stops.
     */
    boolean isBusy(String productOrderId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1
                            FROM provisioning.requested_step r
                            JOIN provisioning.service_order s ON s.id = r.service_order_id
                            WHERE s.product_order_id = :order AND s.state = 'inProgress' AND r.name IN ('activate', 'reserve', 'release')
                                AND (r.state IS NULL OR r.state IN ('ACKNOWLEDGED', 'IN_PROGRESS', 'HELD')))
                            OR EXISTS (
                                SELECT 1
                                FROM provisioning.requested_step r
                                JOIN provisioning.service_order s ON s.id = r.service_order_id
                                WHERE s.product_order_id = :order AND r.name = 'subscribe'
                                    AND (r.state IS NULL OR r.state IN ('ACKNOWLEDGED', 'IN_PROGRESS', 'HELD'))
                                    AND NOT EXISTS (
                                        SELECT 1 FROM provisioning.fallout f
                                        WHERE f.service_order_id = r.service_order_id AND f.step = r.name AND f.state = 'open'))
                            OR EXISTS (
                                SELECT 1 FROM provisioning.work_order
                                WHERE product_order_id = :order AND state = 'done' AND reviewed >= executed)
                            OR EXISTS (
                                SELECT 1
                                FROM provisioning.work_order w
                                JOIN provisioning.work_order_action a ON a.work_order_id = w.id
                                WHERE w.product_order_id = :order AND a.kind IN ('withdraw', 'recall') AND a.state = 'asked')
                            OR EXISTS (
                                SELECT 1 FROM provisioning.rollback WHERE product_order_id = :order AND state = 'running')
                        """).param("order", productOrderId).query(Boolean.class).single();
    }

    boolean isRollbackDecided(String productOrderId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM provisioning.fallout
                            WHERE product_order_id = :order AND state = 'open' AND resolution = 'roll-back-order')
                        """).param("order", productOrderId).query(Boolean.class).single();
    }

    /** In the order in which whatever moves an order takes them, so that a withdrawal waits for it instead of locking up with it. */
    void lock(String productOrderId) {
        for (var table : List.of("work_order", "service_order")) {
            jdbc.sql("SELECT id FROM provisioning." + table + " WHERE product_order_id = :order ORDER BY id FOR UPDATE")
                    .param("order", productOrderId)
                    .query(String.class)
                    .list();
        }
    }

    void endWorkOrders(String productOrderId, String reason) {
        jdbc.sql("""
                        UPDATE provisioning.work_order
                        SET state = 'cancelled', review = :reason, completed = now(), revision = revision + 1
                        WHERE product_order_id = :order AND completed IS NULL
                        """).param("reason", reason).param("order", productOrderId).update();
    }

    void endSubscriptionOrders(String productOrderId) {
        jdbc.sql("""
                        UPDATE provisioning.subscription_order
                        SET state = 'cancelled', completed = now()
                        WHERE product_order_id = :order AND state IN ('acknowledged', 'inProgress')
                        """).param("order", productOrderId).update();
    }

    void closeFallouts(String productOrderId, String reason, @Nullable String person) {
        jdbc.sql("""
                        UPDATE provisioning.fallout
                        SET state = 'resolved', resolution = coalesce(resolution, 'abort'), note = coalesce(note, :reason), resolver = coalesce(resolver, :person), resolved = now(), revision = revision + 1
                        WHERE product_order_id = :order AND state = 'open'
                        """)
                .param("reason", reason)
                .param("person", person)
                .param("order", productOrderId)
                .update();
    }
}
