package esop.workflow.inbox;

import esop.web.BadRequestException;
import esop.web.Texts;
import esop.workflow.inbox.TaskPeople.Purpose;
import esop.workflow.notice.Notices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have said about a task, and to whom. An opinion's comments are those of its task. */
@Component
public class Comments {

    private static final int LONGEST = 2_000;
    private static final int MOST_MENTIONED = 20;

    private final TaskAccess access;
    private final TaskRows rows;
    private final TaskPeople people;
    private final TaskNotes notes;
    private final Notices notices;
    private final JdbcClient jdbc;

    Comments(TaskAccess access, TaskRows rows, TaskPeople people, TaskNotes notes, Notices notices, JdbcClient jdbc) {
        this.access = access;
        this.rows = rows;
        this.people = people;
        this.notes = notes;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    List<Comment> of(String taskId) {
        return access.within(person -> list(access.visible(taskId, person).subjectId()));
    }

    public Comment add(String taskId, @Nullable String text, @Nullable List<String> mentions) {
        if (text == null || text.isBlank()) {
            throw new BadRequestException("text", Texts.get("workflow.task.comment-empty"));
        }
        if (text.length() > LONGEST) {
            throw new BadRequestException("text", Texts.get("workflow.task.comment-long"));
        }
        if (mentions != null && mentions.size() > MOST_MENTIONED) {
            throw new BadRequestException("mentions", Texts.get("workflow.task.too-many", MOST_MENTIONED));
        }
        return access.within(person -> {
            var seen = access.visible(taskId, person);
            var task = seen.isOpinion() ? access.visible(seen.subjectId(), person) : seen;
            var mentioned =
                    people.chosen(task, person, Purpose.MENTION, "mentions", mentions == null ? List.of() : mentions);
            jdbc.sql("""
                            INSERT INTO workflow.task_comment (task_id, instance_id, city, author, at, text, mentions)
                            VALUES (:task, :instance, :city, :author, clock_timestamp(), :text, :mentions)
                            """)
                    .param("task", task.id())
                    .param("instance", task.instanceId())
                    .param("city", task.city())
                    .param("author", person.id())
                    .param("text", text.strip())
                    .param(
                            "mentions",
                            mentioned.stream().map(found -> found.id()).toArray(String[]::new))
                    .update();
            notes.add(task.id(), "commented", person.id(), null, text.strip(), null);
            access.noteInPlace(task, person, access.principal(seen, person));
            mentioned.forEach(found -> notices.tell(found.id(), "mentioned", task.id(), task.city(), text.strip()));
            var all = list(task.id());
            return all.get(all.size() - 1);
        });
    }

    private List<Comment> list(String taskId) {
        var names = new HashMap<String, String>();
        return jdbc.sql("""
                        SELECT id, author, at, text, mentions FROM workflow.task_comment WHERE task_id = :task ORDER BY at, id
                        """)
                .param("task", taskId)
                .query((row, number) -> comment(row, names))
                .list();
    }

    private Comment comment(ResultSet row, Map<String, String> names) throws SQLException {
        var author = row.getString("author");
        var mentions = List.of((String[]) row.getArray("mentions").getArray());
        return new Comment(
                row.getLong("id"),
                author,
                names.computeIfAbsent(author, rows::name),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                mentions.stream()
                        .map(id -> new Mention(id, names.computeIfAbsent(id, rows::name)))
                        .toList());
    }

    public record Comment(long id, String author, String authorName, Instant at, String text, List<Mention> mentions) {}

    public record Mention(String id, String name) {}
}
