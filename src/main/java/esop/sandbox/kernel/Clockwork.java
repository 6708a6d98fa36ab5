package esop.sandbox.kernel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves records on when their time has come; the plan lies in the database, so a restart forgets nothing. */
@Component
class Clockwork {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Catalogue catalogue;
    private final Records records;
    private final Progress progress;

    Clockwork(
            JdbcClient jdbc, TransactionTemplate transaction, Catalogue catalogue, Records records, Progress progress) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.records = records;
        this.progress = progress;
    }

    @Scheduled(fixedDelay = 150)
    void tick() {
        while (Boolean.TRUE.equals(transaction.execute(status -> moveOne()))) {
            // until nothing is due
        }
    }

    /** Locks record and plan together and waits for neither, so it can never block a request or be blocked by one. */
    private boolean moveOne() {
        var due = jdbc.sql("""
                        SELECT t.id, t.system, t.resource, t.record_id, t.to_state
                          FROM sandbox.transition t
                          JOIN sandbox.record r ON r.system = t.system AND r.resource = t.resource AND r.id = t.record_id
                         WHERE t.due <= clock_timestamp()
                         ORDER BY t.due, t.id
                         LIMIT 1
                           FOR UPDATE OF r, t SKIP LOCKED
                        """).query(Due.class).optional();
        due.ifPresent(this::move);
        return due.isPresent();
    }

    private void move(Due due) {
        jdbc.sql("DELETE FROM sandbox.transition WHERE id = :id")
                .param("id", due.id())
                .update();
        catalogue
                .find(due.system(), due.resource())
                .ifPresent(resource -> records.lock(due.system(), due.resource(), due.recordId())
                        .filter(record -> !resource.lifecycle().hasEnded(record.state()))
                        .ifPresent(record -> progress.advance(resource, record, due.toState(), null)));
    }

    private record Due(long id, String system, String resource, String recordId, String toState) {}
}
