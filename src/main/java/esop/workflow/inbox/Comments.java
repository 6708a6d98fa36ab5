package esop.workflow.inbox;

import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have said about a task. */
@Component
class Comments {

    private static final int LONGEST = 2_000;

    private final Inbox inbox;
    private final TaskRows rows;
    private final JdbcClient jdbc;

    Comments(Inbox inbox, TaskRows rows, JdbcClient jdbc) {
        this.inbox = inbox;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    List<Comment> of(String taskId) {
        return inbox.within(person -> {
            inbox.visible(taskId, person);
            return list(taskId);
        });
    }

    Comment add(String taskId, String text) {
        if (text == null || text.isBlank()) {
            throw new BadRequestException("text", Texts.get("workflow.task.comment-empty"));
        }
        if (text.length() > LONGEST) {
            throw new BadRequestException("text", Texts.get("workflow.task.comment-long"));
        }
        return inbox.within(person -> {
            var task = inbox.visible(taskId, person);
            jdbc.sql("""
                            INSERT INTO workflow.task_comment (task_id, instance_id, city, author, at, text)
                            VALUES (:task, :instance, :city, :author, clock_timestamp(), :text)
                            """)
                    .param("task", taskId)
                    .param("instance", task.instanceId())
                    .param("city", task.city())
                    .param("author", person.id())
                    .param("text", text.strip())
                    .update();
            var all = list(taskId);
            return all.get(all.size() - 1);
        });
    }

    private List<Comment> list(String taskId) {
        var names = new HashMap<String, String>();
        return jdbc.sql("SELECT id, author, at, text FROM workflow.task_comment WHERE task_id = :task ORDER BY at, id")
                .param("task", taskId)
                .query((row, number) -> new Comment(
                        row.getLong("id"),
                        row.getString("author"),
                        names.computeIfAbsent(row.getString("author"), rows::name),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }

    record Comment(long id, String author, String authorName, Instant at, String text) {}
}
