package esop.workflow.attachment;

import esop.identity.People;
import esop.identity.Person;
import esop.workflow.inbox.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentRepository {

    private static final String ROWS = """
            SELECT a.id, a.task_id, a.name, a.type, a.size, a.sha256, a.added_by, a.added
            FROM workflow.task_attachment a
            WHERE a.task_id = :task AND a.removed IS NULL
            """;

    private final JdbcClient jdbc;
    private final People people;

    AttachmentRepository(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    void add(UUID id, Task task, String name, FileKind kind, long size, String sha256, String by) {
        jdbc.sql("""
                        INSERT INTO workflow.task_attachment (id, task_id, instance_id, city, name, type, size, sha256, added_by, added)
                        VALUES (:id, :task, :instance, :city, :name, :type, :size, :sha256, :by, clock_timestamp())
                        """)
                .param("id", id)
                .param("task", task.id())
                .param("instance", task.instanceId())
                .param("city", task.city())
                .param("name", name)
                .param("type", kind.type())
                .param("size", size)
                .param("sha256", sha256)
                .param("by", by)
                .update();
    }

    void addPart(UUID id, int number, String city, byte[] bytes) {
        jdbc.sql("""
                        INSERT INTO workflow.attachment_part (attachment_id, number, city, bytes) VALUES (:id, :number, :city, :bytes)
                        """)
                .param("id", id)
                .param("number", number)
                .param("city", city)
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> part(UUID id, int number) {
        return jdbc.sql("SELECT bytes FROM workflow.attachment_part WHERE attachment_id = :id AND number = :number")
                .param("id", id)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    List<Attachment> of(String taskId) {
        return jdbc.sql(ROWS + "ORDER BY a.added, a.id")
                .param("task", taskId)
                .query((row, number) -> attachment(row))
                .list();
    }

    Optional<Attachment> find(String taskId, UUID id) {
        return jdbc.sql(ROWS + "AND a.id = :id")
                .param("task", taskId)
                .param("id", id)
                .query((row, number) -> attachment(row))
                .optional();
    }

    /** Its row stays as a trace, its bytes do not: whoever adds and removes for ever would fill the disk. */
    void remove(UUID id, String by) {
        jdbc.sql("DELETE FROM workflow.attachment_part WHERE attachment_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("UPDATE workflow.task_attachment SET removed = clock_timestamp(), removed_by = :by WHERE id = :id")
                .param("by", by)
                .param("id", id)
                .update();
    }

    private Attachment attachment(ResultSet row) throws SQLException {
        var by = row.getString("added_by");
        return new Attachment(
                row.getString("id"),
                row.getString("task_id"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                by,
                people.find(by).map(Person::name).orElse(by),
                row.getObject("added", OffsetDateTime.class).toInstant());
    }
}
