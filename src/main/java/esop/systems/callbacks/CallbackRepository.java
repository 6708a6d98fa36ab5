package esop.systems.callbacks;

import esop.systems.calls.CalledBack.Taken;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of every callback whose signature was good. */
@Repository
class CallbackRepository {

    /** A callback that waits. */
    record Parked(String system, String messageId, String body, int attempts, Instant received, boolean alarmed) {}

    private final JdbcClient jdbc;

    CallbackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> hashOf(String system, String messageId) {
        return jdbc.sql("SELECT payload_hash FROM systems.callback WHERE system = :system AND message_id = :messageId")
                .param("system", system)
                .param("messageId", messageId)
                .query(String.class)
                .optional();
    }

    /** False where the message id is there already; a second one in parallel waits here for the first. */
    boolean insert(String system, String messageId, String hash, String body) {
        return jdbc.sql("""
                                INSERT INTO systems.callback (system, message_id, payload_hash, body, state)
                                VALUES (:system, :messageId, :hash, CAST(:body AS jsonb), 'PARKED')
                                ON CONFLICT (system, message_id) DO NOTHING
                                """)
                        .param("system", system)
                        .param("messageId", messageId)
                        .param("hash", hash)
                        .param("body", body)
                        .update()
                == 1;
    }

    void settle(
            String system, String messageId, CallbackResult result, @Nullable Taken taken, @Nullable Duration again) {
        jdbc.sql("""
                        UPDATE systems.callback
                        SET state = :state,
                            reason = :reason,
                            waited_for = CASE WHEN :state = 'PARKED' THEN :reason ELSE waited_for END,
                            call_key = :key,
                            city = :city,
                            attempts = attempts + 1,
                            retry_at = now() + CAST(:again AS bigint) * interval '1 millisecond'
                        WHERE system = :system AND message_id = :messageId
                        """)
                .param("state", result.state().name())
                .param("reason", result.reason(), Types.VARCHAR)
                .param("key", taken == null ? null : taken.key(), Types.VARCHAR)
                .param("city", taken == null ? null : taken.city(), Types.VARCHAR)
                .param("again", again == null ? null : again.toMillis(), Types.BIGINT)
                .param("system", system)
                .param("messageId", messageId)
                .update();
    }

    /** The next one whose time has come, kept for this transaction. */
    Optional<Parked> nextParked() {
        return jdbc.sql("""
                        SELECT system, message_id, body, attempts, received, alarmed
                        FROM systems.callback
                        WHERE state = 'PARKED' AND retry_at <= now()
                        ORDER BY retry_at
                        LIMIT 1
                        FOR UPDATE SKIP LOCKED
                        """)
                .query((row, number) -> new Parked(
                        row.getString("system"),
                        row.getString("message_id"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getTimestamp("received").toInstant(),
                        row.getBoolean("alarmed")))
                .optional();
    }

    void postpone(Parked parked, String reason, Duration again) {
        jdbc.sql("""
                        UPDATE systems.callback
                        SET attempts = attempts + 1, reason = :reason, retry_at = now() + :again * interval '1 millisecond'
                        WHERE system = :system AND message_id = :messageId AND state = 'PARKED'
                        """)
                .param("reason", reason)
                .param("again", again.toMillis())
                .param("system", parked.system())
                .param("messageId", parked.messageId())
                .update();
    }

    void alarmed(Parked parked) {
        jdbc.sql("UPDATE systems.callback SET alarmed = true WHERE system = :system AND message_id = :messageId")
                .param("system", parked.system())
                .param("messageId", parked.messageId())
                .update();
    }

    void turnedAway(String system, @Nullable String messageId, String reason, String remoteAddress, String body) {
        jdbc.sql("""
                        INSERT INTO systems.callback_refusal (system, message_id, reason, remote_address, body)
                        VALUES (:system, :messageId, :reason, :remoteAddress, :body)
                        """)
                .param("system", system)
                .param("messageId", messageId)
                .param("reason", reason)
                .param("remoteAddress", remoteAddress)
                .param("body", body)
                .update();
    }
}
