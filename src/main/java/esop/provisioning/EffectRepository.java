package esop.provisioning;

import esop.systems.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an order has done at backing systems and not taken back, and which later orders stand on it. */
@Repository
class EffectRepository {

    private final JdbcClient jdbc;

    EffectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first. Of a step that was sent more than once, the generation that was done counts, else the last; of one that was taken back
     * and done anew, only what came after that.
     */
    List<Effect> of(String productOrderId) {
        return jdbc.sql("""
                        WITH step AS (
                            SELECT DISTINCT ON (r.aggregate, r.name)
                                r.aggregate, r.name, r.generation, r.service_order_id, r.city, r.system, s.product, s.type,
                                r.requested AS happened, undone.so AS undone,
                                CASE
                                    WHEN r.state = 'COMPLETED' THEN 'done'
                                    WHEN EXISTS (
                                        SELECT 1 FROM provisioning.fallout f
                                        WHERE coalesce(f.work_order_id, f.service_order_id) = r.aggregate AND f.step = r.name
                                            AND f.generation = r.generation AND f.resolution = 'manual') THEN 'by-hand'
                                    WHEN r.system = 'partner' AND r.state IS NULL THEN 'none'
                                    WHEN r.error_class = 'partial' THEN 'doubtful'
                                    WHEN r.state IN ('FAILED', 'REJECTED', 'CANCELLED', 'UNKNOWN') THEN 'none'
                                    WHEN r.state IS NULL OR r.state IN ('ACKNOWLEDGED', 'IN_PROGRESS', 'HELD') THEN 'running'
                                    ELSE 'doubtful'
                                END AS certainty
                            FROM provisioning.requested_step r
                            JOIN provisioning.service_order s ON s.id = r.service_order_id
                            CROSS JOIN LATERAL (
                                SELECT EXISTS (
                                    SELECT 1 FROM provisioning.rollback_step u
                                    WHERE u.aggregate = r.aggregate AND u.name = r.name AND u.generation >= r.generation
                                        AND u.state IN ('undone', 'settled'))
                            ) undone (so)
                            WHERE s.product_order_id = :order AND r.name IN ('activate', 'reserve', 'construct', 'open', 'appoint', 'install', 'order-up', 'subscribe')
                            ORDER BY r.aggregate, r.name, undone.so, (r.state IS NOT DISTINCT FROM 'COMPLETED') DESC, r.generation DESC
                        ), effect AS (
                            SELECT aggregate, name, generation, service_order_id, city, system, product, type, happened, certainty
                            FROM step
                            WHERE certainty <> 'none' AND NOT undone
                            UNION ALL
                            SELECT s.id, 'by-hand', 0, s.id, s.city, 'esop', s.product, s.type, coalesce(s.completed, s.created), 'by-hand'
                            FROM provisioning.service_order s
                            WHERE s.product_order_id = :order AND s.state = 'completed'
                                AND NOT EXISTS (SELECT 1 FROM step WHERE step.service_order_id = s.id AND step.name <> 'subscribe')
                        )
                        SELECT aggregate, name, generation, service_order_id, city, system, product, type, happened, certainty
                        FROM effect
                        WHERE NOT EXISTS (
                                SELECT 1 FROM provisioning.rollback_step u
                                WHERE u.aggregate = effect.aggregate AND u.name = 'by-hand' AND effect.name = 'by-hand'
                                    AND u.state IN ('undone', 'settled'))
                            AND NOT (name = 'appoint' AND (
                                EXISTS (
                                    SELECT 1 FROM provisioning.work_order w
                                    WHERE w.id = effect.aggregate AND w.state IN ('done', 'archived', 'refused'))
                                OR EXISTS (
                                    SELECT 1 FROM provisioning.requested_step c
                                    WHERE c.aggregate = effect.aggregate AND c.name = 'call-off'
                                        AND coalesce(c.state, '') NOT IN ('FAILED', 'REJECTED', 'UNREACHABLE', 'UNKNOWN'))))
                            AND NOT (name = 'reserve' AND (
                                EXISTS (
                                    SELECT 1 FROM provisioning.requested_step l
                                    WHERE l.aggregate = effect.aggregate AND l.name = 'release' AND l.state = 'COMPLETED'
                                        AND l.requested > effect.happened)
                                OR EXISTS (
                                    SELECT 1 FROM provisioning.fallout f
                                    WHERE f.service_order_id = effect.aggregate AND f.step = 'release' AND f.resolution = 'manual'
                                        AND f.created > effect.happened)))
                            AND NOT EXISTS (
                                SELECT 1 FROM provisioning.ended_step e
                                JOIN provisioning.requested_step l ON l.aggregate = e.service_order_id AND l.name = e.ended_by
                                WHERE e.aggregate = effect.aggregate AND e.name = effect.name AND e.generation = effect.generation
                                    AND l.state = 'COMPLETED')
                        ORDER BY happened DESC, aggregate DESC, name
                        """)
                .param("order", productOrderId)
                .query(EffectRepository::read)
                .list();
    }

    /** Orders on the same subscriptions that came later and took effect, and what stands on those, newest first. */
    List<String> later(String productOrderId) {
        return jdbc.sql("""
                        WITH RECURSIVE chain (id) AS (
                            SELECT CAST(:order AS text)
                            UNION
                            SELECT later.id FROM chain CROSS JOIN LATERAL provisioning.later_orders(chain.id) AS later (id)
                        )
                        SELECT chain.id
                        FROM chain
                        JOIN provisioning.service_order s ON s.product_order_id = chain.id
                        WHERE chain.id <> :order
                        GROUP BY chain.id
                        ORDER BY max(s.created) DESC, chain.id DESC
                        """).param("order", productOrderId).query(String.class).list();
    }

    private static Effect read(ResultSet row, int number) throws SQLException {
        return new Effect(
                new Step(row.getString("aggregate"), row.getString("name"), row.getInt("generation")),
                row.getString("service_order_id"),
                row.getString("city"),
                row.getString("system"),
                row.getString("product"),
                row.getString("type"),
                row.getString("certainty"),
                row.getObject("happened", OffsetDateTime.class).toInstant());
    }
}
