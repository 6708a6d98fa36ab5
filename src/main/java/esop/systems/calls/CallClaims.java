package esop.systems.calls;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Hands due calls to workers, each to one, for the time of a lease by the database's clock. */
@Repository
class CallClaims {

    private final JdbcClient jdbc;
    private final SystemCallRow rows;

    CallClaims(JdbcClient jdbc, SystemCallRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * A call whose lease ran out while it was being sent comes back as UNKNOWN; so does one that seems new to a restored backup.
     *
     * @param places how many calls of each system there is room for
     */
    @Transactional
    List<SystemCall> claim(Map<String, Integer> places, Duration lease) {
        return jdbc.sql("""
                        WITH doubt AS MATERIALIZED (
                            SELECT EXISTS (SELECT 1 FROM systems.restore WHERE doubt_until > now()) AS new
                        ), due AS MATERIALIZED (
                            SELECT first.key
                            FROM unnest(:systems, :places) AS room (system, places)
                            CROSS JOIN LATERAL (
                                SELECT key
                                FROM systems.system_call
                                WHERE system = room.system AND next_at <= now()
                                ORDER BY next_at, sequence
                                LIMIT room.places
                                FOR UPDATE SKIP LOCKED) first)
                        UPDATE systems.system_call held
                        SET state = CASE held.state
                                WHEN 'NEW' THEN CASE WHEN doubt.new THEN 'UNKNOWN' ELSE 'SENDING' END
                                WHEN 'RETRY' THEN 'SENDING'
                                WHEN 'SENDING' THEN 'UNKNOWN'
                                ELSE held.state
                            END,
                            attempts = held.attempts
                                + CASE WHEN held.state = 'RETRY' OR held.state = 'NEW' AND NOT doubt.new THEN 1 ELSE 0 END,
                            doubtful = held.doubtful OR held.state = 'SENDING' OR held.state = 'NEW' AND doubt.new,
                            lease_token = gen_random_uuid(),
                            lease_until = now() + :lease * interval '1 millisecond',
                            next_at = now() + :lease * interval '1 millisecond'
                        FROM due, doubt
                        WHERE held.key = due.key
                        RETURNING held.aggregate, held.step, held.generation, held.system, held.operation, held.city, held.lane,
                            held.subject, held.payload, held.state, held.attempts, held.proofs, held.lease_token, held.external_id,
                            held.error_class, held.compensates, held.proof_asked, held.undelivered,
                            (EXTRACT(EPOCH FROM now() - held.created) * 1000)::bigint AS age_ms
                        """)
                .param("systems", places.keySet().toArray(String[]::new))
                .param("places", places.values().toArray(Integer[]::new))
                .param("lease", lease.toMillis())
                .query(rows)
                .list();
    }
}
