package esop.systems.calls;

import esop.identity.DataScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the next call of a lane go when the one before it has ended. */
@Component
class LaneQueue {

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final TransactionTemplate transaction;
    private final DispatchSignal dispatch;

    LaneQueue(JdbcClient jdbc, PlatformTransactionManager transactions, DispatchSignal dispatch) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.transaction = new TransactionTemplate(transactions);
        this.dispatch = dispatch;
    }

    /** In a transaction of its own after the one that ended the call: a lane's lock is never waited for with other locks in hand. */
    void ended(String system, String lane) {
        var goesOn = alone.execute(status -> jdbc.sql("SELECT systems.release_lane(:system, :lane)")
                .param("system", system)
                .param("lane", lane)
                .query(Boolean.class)
                .single());
        if (Boolean.TRUE.equals(goesOn)) {
            dispatch.now();
        }
    }

    void endsWithThisTransaction(String system, @Nullable String lane) {
        if (lane != null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    ended(system, lane);
                }
            });
        }
    }

    /** For a node that died between the end of a call and the start of the next. */
    @Scheduled(fixedDelayString = "${esop.calls.lane-sweep:10s}")
    void sweep() {
        DataScope.asSystem(() -> transaction.execute(status -> jdbc.sql("""
                                SELECT DISTINCT waiting.system, waiting.lane
                                FROM systems.system_call waiting
                                WHERE waiting.lane IS NOT NULL
                                  AND waiting.state = 'NEW'
                                  AND waiting.next_at IS NULL
                                  AND NOT EXISTS (
                                      SELECT 1
                                      FROM systems.system_call earlier
                                      WHERE earlier.system = waiting.system
                                        AND earlier.lane = waiting.lane
                                        AND earlier.sequence < waiting.sequence
                                        AND earlier.state IN ('NEW', 'SENDING', 'RETRY', 'UNKNOWN'))
                                LIMIT 1000
                                """)
                        .query((row, number) -> new String[] {row.getString("system"), row.getString("lane")})
                        .list()))
                .forEach(lane -> ended(lane[0], lane[1]));
    }
}
