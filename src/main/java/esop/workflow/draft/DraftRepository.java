package esop.workflow.draft;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftRepository {

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant save(String taskId, String person, String city, String content) {
        return jdbc.sql("""
                        INSERT INTO workflow.task_draft (task_id, person, city, content, saved)
                        VALUES (:task, :person, :city, :content, clock_timestamp())
                        ON CONFLICT (task_id, person) DO UPDATE SET content = excluded.content, saved = excluded.saved
                        RETURNING saved
                        """)
                .param("task", taskId)
                .param("person", person)
                .param("city", city)
                .param("content", content)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Optional<Kept> own(String taskId, String person) {
        return jdbc.sql(
                        "SELECT person, content, saved FROM workflow.task_draft WHERE task_id = :task AND person = :person")
                .param("task", taskId)
                .param("person", person)
                .query(Kept.class)
                .optional();
    }

    /** The newest of those who had the task in hand before; what others have only tried is theirs alone. */
    Optional<Kept> ofFormerHolder(String taskId, String person) {
        return jdbc.sql("""
                        SELECT d.person, d.content, d.saved
                        FROM workflow.task_draft d
                        WHERE d.task_id = :task AND d.person <> :person
                          AND EXISTS (SELECT 1 FROM workflow.task_event e WHERE e.task_id = d.task_id AND e.subject = d.person
                                      AND e.change IN ('created', 'claimed', 'assigned', 'delegated', 'resolved', 'recalled'))
                        ORDER BY d.saved DESC
                        LIMIT 1
                        """)
                .param("task", taskId)
                .param("person", person)
                .query(Kept.class)
                .optional();
    }

    void delete(String taskId, String person) {
        jdbc.sql("DELETE FROM workflow.task_draft WHERE task_id = :task AND person = :person")
                .param("task", taskId)
                .param("person", person)
                .update();
    }

    record Kept(String person, String content, Instant saved) {}
}
