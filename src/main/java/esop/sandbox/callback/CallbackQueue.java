package esop.sandbox.callback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Callbacks not yet delivered; those of one record go out one after the other. */
@Repository
public class CallbackQueue {

    private final JdbcClient jdbc;

    CallbackQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(
            String system,
            String resource,
            String recordId,
            String messageId,
            String eventType,
            String body,
            int copies) {
        jdbc.sql("""
                        INSERT INTO sandbox.callback (system, resource, record_id, message_id, event_type, body, copies)
                        VALUES (:system, :resource, :recordId, :messageId, :eventType, :body, :copies)
                        """)
                .param("system", system)
                .param("resource", resource)
                .param("recordId", recordId)
                .param("messageId", messageId)
                .param("eventType", eventType)
                .param("body", body)
                .param("copies", copies)
                .update();
    }

    /** Takes what is due, for thirty seconds; who dies meanwhile has only lent it. */
    List<Delivery> claim(int limit) {
        return jdbc.sql("""
                        UPDATE sandbox.callback
                           SET attempts = attempts + 1, next_at = clock_timestamp() + interval '30 seconds'
                         WHERE id IN (SELECT c.id
                                        FROM sandbox.callback c
                                       WHERE c.state = 'waiting'
                                         AND c.next_at <= clock_timestamp()
                                         AND NOT EXISTS (SELECT 1
                                                           FROM sandbox.callback earlier
                                                          WHERE earlier.system = c.system
                                                            AND earlier.resource = c.resource
                                                            AND earlier.record_id = c.record_id
                                                            AND earlier.id < c.id
                                                            AND earlier.state = 'waiting')
                                       ORDER BY c.id
                                       LIMIT :limit
                                         FOR UPDATE SKIP LOCKED)
                        RETURNING id, system, message_id, body, copies, attempts
                        """).param("limit", limit).query(Delivery.class).list();
    }

    void finished(long id, String state, String result) {
        jdbc.sql("""
                        UPDATE sandbox.callback
                           SET state = :state, result = :result, finished = now()
                         WHERE id = :id AND state = 'waiting'
                        """)
                .param("state", state)
                .param("result", result)
                .param("id", id)
                .update();
    }

    void again(long id, long afterMs, @Nullable String result) {
        jdbc.sql("""
                        UPDATE sandbox.callback
                           SET result = :result, next_at = clock_timestamp() + :afterMs * interval '1 millisecond'
                         WHERE id = :id AND state = 'waiting'
                        """)
                .param("result", result)
                .param("afterMs", afterMs)
                .param("id", id)
                .update();
    }

    public boolean waitsFor(String system, String resource, String recordId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1
                                         FROM sandbox.callback
                                        WHERE system = :system AND resource = :resource
                                          AND record_id = :recordId AND state = 'waiting')
                        """)
                .param("system", system)
                .param("resource", resource)
                .param("recordId", recordId)
                .query(Boolean.class)
                .single();
    }

    record Delivery(long id, String system, String messageId, String body, int copies, int attempts) {}
}
