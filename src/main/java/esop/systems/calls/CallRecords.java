package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    private final DispatchSignal dispatch;

    CallRecords(JdbcClient jdbc, DispatchSignal dispatch) {
        this.jdbc = jdbc;
        this.dispatch = dispatch;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(NewCall call) {
        if (call.lane() != null) {
            lock(call.system(), call.lane());
        }
        var hash = hash(call.payload());
        if (insert(call, hash) == 1) {
            dispatch.afterCommit();
        } else if (!hash.equals(hashOf(call.step()))) {
            log.warn(
                    "{} was asked for again with another payload; the first one stands",
                    call.step().key());
        }
    }

    /** A follower waits without a time of its own until the one before it has ended. */
    private int insert(NewCall call, String hash) {
        return jdbc.sql("""
                        INSERT INTO systems.system_call (
                            key, system, operation, aggregate, step, generation, city, lane, subject, compensates,
                            payload, payload_hash, next_at)
                        SELECT :key, :system, :operation, :aggregate, :step, :generation, :city, :lane, :subject, :compensates,
                               CAST(:payload AS jsonb), :hash,
                               CASE WHEN EXISTS (
                                   SELECT 1
                                   FROM systems.system_call earlier
                                   WHERE earlier.system = :system
                                     AND earlier.lane = :lane
                                     AND earlier.state IN ('NEW', 'SENDING', 'RETRY', 'UNKNOWN'))
                               THEN NULL ELSE now() END
                        ON CONFLICT DO NOTHING
                        """)
                .param("key", call.step().key())
                .param("system", call.system())
                .param("operation", call.operation())
                .param("aggregate", call.step().aggregate())
                .param("step", call.step().name())
                .param("generation", call.step().generation())
                .param("city", call.city())
                .param("lane", call.lane())
                .param("subject", call.subject())
                .param("compensates", call.compensates())
                .param("payload", Words.json(call.payload()))
                .param("hash", hash)
                .update();
    }

    /** Whoever records in a lane holds it until the commit, so that the sequence is the order of the commits. */
    void lock(String system, String lane) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lane, 20))")
                .param("lane", system + "/" + lane)
                .query((row, number) -> true)
                .single();
    }

    /** The id the system gave to what this call made. */
    @Transactional(readOnly = true)
    public Optional<String> externalIdOf(String key) {
        return jdbc.sql("SELECT external_id FROM systems.system_call WHERE key = :key AND external_id IS NOT NULL")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** The id of what the calls of this lane work on, from the latest one that has told it. */
    @Transactional(readOnly = true)
    public Optional<String> externalIdInLane(String system, String lane) {
        return jdbc.sql("""
                        SELECT external_id
                        FROM systems.system_call
                        WHERE system = :system AND lane = :lane AND external_id IS NOT NULL
                        ORDER BY sequence DESC
                        LIMIT 1
                        """)
                .param("system", system)
                .param("lane", lane)
                .query(String.class)
                .optional();
    }

    /** The id of what exists on this subject, from the latest call that has told it. */
    @Transactional(readOnly = true)
    public Optional<String> externalIdOfSubject(String system, String subject) {
        return jdbc.sql("""
                        SELECT external_id
                        FROM systems.system_call
                        WHERE system = :system AND subject = :subject AND external_id IS NOT NULL
                        ORDER BY sequence DESC
                        LIMIT 1
                        """)
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
