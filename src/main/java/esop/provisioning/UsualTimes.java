package esop.provisioning;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long it usually still takes from a step on: medians of the latest finished cases, kept so that nobody waits for them. */
@Repository
class UsualTimes {

    /** What a service order does on its way; what takes something back or asks after it is no step of that way. */
    static final List<String> STEPS =
            List.of("activate", "reserve", "construct", "open", "appoint", "install", "order-up");

    private static final List<String> ACTIONS = List.of("add", "modify", "delete");

    private final JdbcClient jdbc;

    UsualTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks at no more than the latest {@code sample} of each product and action, by index. */
    void refresh(Collection<String> products, int sample) {
        jdbc.sql("""
                        INSERT INTO provisioning.usual_time AS known (what, product, action, step, cases, median, nine_of_ten)
                        WITH finished AS (
                            SELECT latest.id, product.id AS product, action.name AS action, latest.started, latest.completed
                            FROM unnest(:products) product (id)
                            CROSS JOIN unnest(:actions) action (name)
                            CROSS JOIN LATERAL (
                                SELECT s.id, s.started, s.completed
                                FROM provisioning.service_order s
                                WHERE s.product = product.id AND s.type = action.name AND s.state = 'completed'
                                ORDER BY s.completed DESC
                                LIMIT :sample
                            ) latest
                        ), work AS (
                            SELECT f.product, f.action, w.unit, f.completed - w.executed AS signing_off,
                                w.completed - w.dispatched AS since_dispatched, w.completed - w.executed AS since_executed
                            FROM finished f
                            JOIN provisioning.work_order w ON w.service_order_id = f.id AND w.state = 'archived' AND w.executed IS NOT NULL
                        ), taken AS (
                            SELECT 'service' AS what, product, action, 'begin' AS step, completed - started AS span
                            FROM finished
                            UNION ALL
                            SELECT 'service', f.product, f.action, r.name, f.completed - min(r.requested)
                            FROM finished f
                            JOIN provisioning.requested_step r ON r.service_order_id = f.id AND r.name = ANY (:steps)
                            GROUP BY f.id, f.product, f.action, f.completed, r.name
                            UNION ALL
                            SELECT 'service', product, action, 'sign-off', signing_off FROM work
                            UNION ALL
                            SELECT 'work', product, action, unit || ':dispatched', since_dispatched FROM work
                            UNION ALL
                            SELECT 'work', product, action, unit || ':executed', since_executed FROM work
                        )
                        SELECT what, product, action, step, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY span),
                            percentile_cont(0.9) WITHIN GROUP (ORDER BY span)
                        FROM taken
                        WHERE span >= interval '0'
                        GROUP BY what, product, action, step
                        ON CONFLICT (what, product, action, step) DO UPDATE
                        SET cases = excluded.cases, median = excluded.median, nine_of_ten = excluded.nine_of_ten, refreshed = now()
                        """)
                .param("products", products.toArray(String[]::new))
                .param("actions", ACTIONS.toArray(String[]::new))
                .param("steps", STEPS.toArray(String[]::new))
                .param("sample", sample)
                .update();
    }
}
