package esop.systems.calls;

import esop.systems.GivenUpCalls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class RecordedGivenUpCalls implements GivenUpCalls {

    private final JdbcClient jdbc;
    private final CallRecords records;
    private final BackingSystems systems;
    private final Protocols protocols;
    private final DispatchSignal dispatch;

    RecordedGivenUpCalls(
            JdbcClient jdbc,
            CallRecords records,
            BackingSystems systems,
            Protocols protocols,
            DispatchSignal dispatch) {
        this.jdbc = jdbc;
        this.records = records;
        this.systems = systems;
        this.protocols = protocols;
        this.dispatch = dispatch;
    }

    record Place(
            String key,
            String system,
            String operation,
            @Nullable String lane,
            long sequence) {}

    @Override
    @Transactional(readOnly = true)
    public List<Known> find(List<String> keys) {
        return jdbc.sql(
                        "SELECT key, city, system FROM systems.system_call WHERE key IN (:keys) ORDER BY system, lane, sequence")
                .param("keys", keys)
                .query(Known.class)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome queueAgain(String key) {
        var call = jdbc.sql("SELECT key, system, operation, lane, sequence FROM systems.system_call WHERE key = :key")
                .param("key", key)
                .query(Place.class)
                .single();
        if (systems.find(call.system()).isEmpty()) {
            return Outcome.GONE;
        }
        if (call.lane() != null) {
            records.lock(call.system(), call.lane());
            if (isOvertaken(call)) {
                return Outcome.OVERTAKEN;
            }
            if (isBusy(call)) {
                return Outcome.BUSY;
            }
        }
        return queue(call) ? Outcome.QUEUED : Outcome.NOT_GIVEN_UP;
    }

    private boolean isOvertaken(Place call) {
        return protocols.of(call.operation()).tellsTheWhole()
                && exists(call, "sequence > :sequence AND state = 'DONE'");
    }

    private boolean isBusy(Place call) {
        return exists(call, "key <> :key AND state IN ('NEW', 'SENDING', 'RETRY', 'UNKNOWN')");
    }

    private boolean exists(Place call, String condition) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM systems.system_call WHERE system = :system AND lane = :lane AND %s)
                        """.formatted(condition))
                .param("system", call.system())
                .param("lane", call.lane())
                .param("sequence", call.sequence())
                .param("key", call.key())
                .query(Boolean.class)
                .single();
    }

    /** Its attempts count anew, and what was concluded of it before is no longer the last word. */
    private boolean queue(Place call) {
        var queued = jdbc.sql("""
                        UPDATE systems.system_call
                        SET state = CASE WHEN doubtful THEN 'UNKNOWN' ELSE 'RETRY' END,
                            attempts = 0, proofs = 0, given_up = true, next_at = now()
                        WHERE key = :key AND state = 'DEAD' AND next_at IS NULL
                        """).param("key", call.key()).update();
        dispatch.afterCommit();
        return queued == 1;
    }
}
