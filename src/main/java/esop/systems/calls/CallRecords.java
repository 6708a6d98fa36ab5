package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records calls in the caller's transaction and finds earlier ones. */
@Repository
public class CallRecords {

    private static final Logger log = LoggerFactory.getLogger(CallRecords.class);

    private final JdbcClient jdbc;
    private final SystemCallRow rows;
    private final HandOver handOver;
    private final DispatchSignal dispatch;
    private final CallSettings settings;

    CallRecords(
            JdbcClient jdbc, SystemCallRow rows, HandOver handOver, DispatchSignal dispatch, CallSettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.handOver = handOver;
        this.dispatch = dispatch;
        this.settings = settings;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(NewCall call) {
        if (call.lane() != null) {
            lock(call.system(), call.lane());
        }
        var hash = hash(call.payload());
        var place = handOver.place(call.system());
        var recorded = insert(call, hash, place.isPresent());
        if (recorded.filter(row -> row.call().leaseToken() != null).isPresent()) {
            handOver.afterCommit(recorded.get().call(), place.orElseThrow());
            return;
        }
        place.ifPresent(handOver::leave);
        if (recorded.isPresent()) {
            if (recorded.get().waitsForDispatcher()) {
                dispatch.afterCommit();
            }
        } else if (!hash.equals(hashOf(call.step()))) {
            log.warn(
                    "{} was asked for again with another payload; the first one stands",
                    call.step().key());
        }
    }

    /** @param waitsForDispatcher it is due, and nobody has claimed it */
    private record Recorded(SystemCall call, boolean waitsForDispatcher) {}

    /**
     * A follower waits without a time of its own until the one before it has ended.
     *
     * @param claimed whether somebody sends it right after the commit, unless it is such a follower or, after a restore, has to be asked for first
     */
    private Optional<Recorded> insert(NewCall call, String hash, boolean claimed) {
        return jdbc.sql("""
                        INSERT INTO systems.system_call AS held (
                            key, system, operation, aggregate, step, generation, city, lane, subject, compensates,
                            payload, payload_hash, state, attempts, lease_token, lease_until, next_at)
                        SELECT :key, :system, :operation, :aggregate, :step, :generation, :city, :lane, :subject, :compensates,
                               CAST(:payload AS jsonb), :hash,
                               CASE WHEN now.claimed THEN 'SENDING' ELSE 'NEW' END,
                               CASE WHEN now.claimed THEN 1 ELSE 0 END,
                               CASE WHEN now.claimed THEN gen_random_uuid() END,
                               CASE WHEN now.claimed THEN now.lease_until END,
                               CASE WHEN now.claimed THEN now.lease_until WHEN NOT now.follows THEN now() END
                        FROM (
                            SELECT earlier.follows,
                                   :claimed AND NOT earlier.follows
                                       AND NOT EXISTS (SELECT 1 FROM systems.restore WHERE doubt_until > now()) AS claimed,
                                   clock_timestamp() + :lease * interval '1 millisecond' AS lease_until
                            FROM (
                                SELECT EXISTS (
                                    SELECT 1
                                    FROM systems.system_call earlier
                                    WHERE earlier.system = :system
                                      AND earlier.lane = :lane
                                      AND earlier.state IN ('NEW', 'SENDING', 'RETRY', 'UNKNOWN')) AS follows) earlier) now
                        ON CONFLICT DO NOTHING
                        RETURNING held.aggregate, held.step, held.generation, held.system, held.operation, held.city, held.lane,
                            held.subject, held.payload, held.state, held.attempts, held.proofs, held.lease_token, held.external_id,
                            held.error_class, held.compensates, held.proof_asked, held.undelivered, 0 AS age_ms,
                            held.lease_token IS NULL AND held.next_at IS NOT NULL AS waits_for_dispatcher
                        """)
                .param("claimed", claimed)
                .param("lease", settings.lease().toMillis())
                .param("key", call.step().key())
                .param("system", call.system())
                .param("operation", call.operation())
                .param("aggregate", call.step().aggregate())
                .param("step", call.step().name())
                .param("generation", call.step().generation())
                .param("city", call.city())
                .param("lane", call.lane(), Types.VARCHAR)
                .param("subject", call.subject(), Types.VARCHAR)
                .param("compensates", call.compensates(), Types.VARCHAR)
                .param("payload", Words.json(call.payload()))
                .param("hash", hash)
                .query((row, number) -> new Recorded(rows.mapRow(row, number), row.getBoolean("waits_for_dispatcher")))
                .optional();
    }

    /** Whoever records in a lane holds it until the commit, so that the sequence is the order of the commits. */
    void lock(String system, String lane) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lane, 20))")
                .param("lane", system + "/" + lane)
                .query((row, number) -> true)
                .single();
    }

    /** The id the system gave to what this call made. */
    public Optional<String> externalIdOf(String key) {
        return jdbc.sql("SELECT systems.external_id_of(:key)")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** The id of what the calls of this lane work on, from the latest one that has told it. */
    public Optional<String> externalIdInLane(String system, String lane) {
        return jdbc.sql("SELECT systems.external_id_in_lane(:system, :lane)")
                .param("system", system)
                .param("lane", lane)
                .query(String.class)
                .optional();
    }

    /** The id of what exists on this subject, from the latest call that has told it. */
    public Optional<String> externalIdOfSubject(String system, String subject) {
        return jdbc.sql("SELECT systems.external_id_of_subject(:system, :subject)")
                .param("system", system)
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    private String hashOf(Step step) {
        return jdbc.sql("SELECT payload_hash FROM systems.system_call WHERE key = :key")
                .param("key", step.key())
                .query(String.class)
                .optional()
                .orElse("");
    }

    static String hash(JsonNode payload) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(payload.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
