package esop.provisioning;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 避免隔单: what a customer has of a product is either being taken back or being built upon, never both. */
@Repository
class Openings {

    private static final String LOCK = """
            SELECT count(pg_advisory_xact_lock(hashtextextended(customer_id || ' ' || product, 174)))
            FROM (
                SELECT DISTINCT customer_id, product
                FROM provisioning.service_order
                WHERE %s
                ORDER BY customer_id, product
            ) AS customers_product
            """;

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nothing of these customers and products begins, neither to be opened nor to be taken back. */
    void hold(List<String> productOrderIds) {
        jdbc.sql(LOCK.formatted("product_order_id IN (:orders)"))
                .param("orders", productOrderIds)
                .query(Integer.class)
                .single();
    }

    /** @return those whose turn it is now; the others would stand on what another order is just losing */
    List<String> begin(List<String> serviceOrderIds) {
        jdbc.sql(LOCK.formatted("id IN (:ids)"))
                .param("ids", serviceOrderIds)
                .query(Integer.class)
                .single();
        return jdbc.sql("""
                        UPDATE provisioning.service_order s
                        SET started = now()
                        WHERE id IN (:ids) AND NOT EXISTS (
                            SELECT 1
                            FROM provisioning.rollback r
                            JOIN provisioning.rollback_step t ON t.rollback = r.id
                            WHERE r.customer_id = s.customer_id AND r.state = 'running' AND r.product_order_id <> s.product_order_id
                                AND t.product = s.product)
                        RETURNING id
                        """).param("ids", serviceOrderIds).query(String.class).list();
    }
}
