package esop.provisioning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredRisks implements Risks {

    private final JdbcClient jdbc;

    StoredRisks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Risk> ofOrders(Collection<String> orderIds) {
        return jdbc.sql("""
                        SELECT subject, product_order_id, step, due, expected, cases, since
                        FROM provisioning.at_risk
                        WHERE product_order_id = ANY (:orders) AND due > now()
                        ORDER BY expected - due DESC, subject
                        """)
                .param("orders", orderIds.toArray(String[]::new))
                .query(StoredRisks::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> orders() {
        return jdbc.sql("""
                        SELECT subject FROM provisioning.at_risk WHERE subject = product_order_id AND due > now()
                        """).query(String.class).list();
    }

    /**
     * Judges everything that is under way. A step that has taken longer than the median already is given the time that nine of ten need; what
     * has not begun is given the median of its kind, level after level.
     *
     * @param least from how many cases on something is called usual
     */
    void judge(int least) {
        jdbc.sql("""
                        WITH under_way AS (
                            SELECT s.id, s.product_order_id, s.city, s.product, s.type, s.level, s.state, s.started,
                                s.requested_completion AS due
                            FROM provisioning.service_order s
                            WHERE s.state IN ('acknowledged', 'inProgress', 'held')
                        ), begun AS (
                            SELECT o.product_order_id, o.city, o.due, present.step, u.cases,
                                greatest(now(), present.at + CASE WHEN present.at + u.median > now() THEN u.median ELSE u.nine_of_ten END)
                                    AS expected
                            FROM under_way o
                            CROSS JOIN LATERAL (
                                SELECT point.step, point.at
                                FROM (
                                    SELECT 'begin' AS step, o.started AS at
                                    UNION ALL
                                    SELECT r.name, r.requested
                                    FROM provisioning.requested_step r
                                    WHERE r.service_order_id = o.id AND r.name = ANY (:steps)
                                    UNION ALL
                                    SELECT 'sign-off', w.executed
                                    FROM provisioning.work_order w
                                    WHERE w.service_order_id = o.id AND w.state = 'done'
                                ) point
                                WHERE point.at IS NOT NULL
                                ORDER BY point.at DESC, point.step = 'begin'
                                LIMIT 1
                            ) present
                            JOIN provisioning.usual_time u
                                ON u.what = 'service' AND u.product = o.product AND u.action = o.type AND u.step = present.step
                            WHERE o.state <> 'acknowledged' AND u.cases >= :least
                        ), latest AS (
                            SELECT DISTINCT ON (product_order_id) product_order_id, city, due, step, cases, expected
                            FROM begun
                            ORDER BY product_order_id, expected DESC
                        ), to_come AS (
                            SELECT product_order_id, sum(longest) AS span
                            FROM (
                                SELECT o.product_order_id, o.level, max(u.median) AS longest
                                FROM under_way o
                                JOIN provisioning.usual_time u
                                    ON u.what = 'service' AND u.product = o.product AND u.action = o.type AND u.step = 'begin'
                                WHERE o.state = 'acknowledged' AND u.cases >= :least
                                GROUP BY o.product_order_id, o.level
                            ) level
                            GROUP BY product_order_id
                        ), work AS (
                            SELECT w.id, w.product_order_id, w.city, w.due, u.step, u.cases,
                                greatest(now(), present.at + CASE WHEN present.at + u.median > now() THEN u.median ELSE u.nine_of_ten END)
                                    AS expected
                            FROM provisioning.work_order w
                            JOIN provisioning.service_order s ON s.id = w.service_order_id
                            CROSS JOIN LATERAL (
                                SELECT CASE WHEN w.state = 'done' THEN w.executed ELSE w.dispatched END AS at,
                                    w.unit || CASE WHEN w.state = 'done' THEN ':executed' ELSE ':dispatched' END AS step
                            ) present
                            JOIN provisioning.usual_time u
                                ON u.what = 'work' AND u.product = s.product AND u.action = s.type AND u.step = present.step
                            WHERE w.state IN ('dispatched', 'executing', 'done') AND w.due > now() AND u.cases >= :least
                        ), risky AS (
                            SELECT l.product_order_id AS subject, l.product_order_id, l.city, l.step, l.due,
                                l.expected + coalesce(t.span, interval '0') AS expected, l.cases
                            FROM latest l
                            LEFT JOIN to_come t ON t.product_order_id = l.product_order_id
                            WHERE l.expected + coalesce(t.span, interval '0') > l.due AND l.due > now()
                            UNION ALL
                            SELECT id, product_order_id, city, split_part(step, ':', 2), due, expected, cases
                            FROM work
                            WHERE expected > due
                        ), gone AS (
                            DELETE FROM provisioning.at_risk known
                            WHERE NOT EXISTS (SELECT 1 FROM risky WHERE risky.subject = known.subject)
                        )
                        INSERT INTO provisioning.at_risk AS known (subject, product_order_id, city, step, due, expected, cases)
                        SELECT subject, product_order_id, city, step, due, expected, cases FROM risky
                        ON CONFLICT (subject) DO UPDATE
                        SET step = excluded.step, due = excluded.due, expected = excluded.expected, cases = excluded.cases
                        WHERE (known.step, known.due, known.expected, known.cases)
                            IS DISTINCT FROM (excluded.step, excluded.due, excluded.expected, excluded.cases)
                        """)
                .param("steps", UsualTimes.STEPS.toArray(String[]::new))
                .param("least", least)
                .update();
    }

    /** Until the end of the transaction; another node that does the same lets this one. */
    boolean alone() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('provisioning.at_risk'))")
                .query(Boolean.class)
                .single();
    }

    private static Risk read(ResultSet row, int number) throws SQLException {
        return new Risk(
                row.getString("subject"),
                row.getString("product_order_id"),
                row.getString("step"),
                instant(row, "due"),
                instant(row, "expected"),
                row.getInt("cases"),
                instant(row, "since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
