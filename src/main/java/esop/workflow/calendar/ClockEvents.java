package esop.workflow.calendar;

import esop.identity.AuditLog;
import esop.identity.People;
import esop.identity.Person;
import esop.web.Texts;
import esop.workflow.TaskHistory.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the time of tasks: written as it happens, read into sentences for timelines. */
@Component
public class ClockEvents {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(WorkingCalendar.ZONE);

    private static final String EVENTS = """
            SELECT e.at, e.kind, e.actor, e.words, e.task_id, e.on_behalf_of,
                coalesce(o.name, c.name, '') AS name, coalesce(o.name_en, c.name_en, '') AS name_en
            FROM workflow.clock_event e
            LEFT JOIN workflow.open_task o ON o.task_id = e.task_id
            LEFT JOIN workflow.closed_task c ON c.task_id = e.task_id
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final AuditLog audit;

    ClockEvents(JdbcClient jdbc, People people, AuditLog audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
    }

    public List<Entry> of(String rootBusinessKey) {
        return jdbc.sql(EVENTS + "WHERE e.root_business_key = :key ORDER BY e.at, e.id")
                .param("key", rootBusinessKey)
                .query(this::entry)
                .list();
    }

    public List<Entry> ofInstance(String instanceId) {
        return jdbc.sql(EVENTS + "WHERE e.instance_id = :instance ORDER BY e.at, e.id")
                .param("instance", instanceId)
                .query(this::entry)
                .list();
    }

    void reminded(ClockedTask task, String told) {
        add(task, "reminded", null, told, due(task.due()));
    }

    void superior(ClockedTask task, String told) {
        add(task, "superior", null, told, due(task.due()));
    }

    void reassigned(ClockedTask task, String group) {
        add(task, "reassigned", null, group, task.assignee() == null ? "" : task.assignee());
    }

    void moved(ClockedTask task, String calendar, String person, Instant due) {
        add(task, "moved", person, calendar, due(task.due()), due(due));
    }

    void add(ClockedTask task, String kind, @Nullable String actor, String... words) {
        var absent = jdbc.sql("""
                        INSERT INTO workflow.clock_event (task_id, instance_id, root_business_key, city, kind, actor, words, on_behalf_of)
                        VALUES (
                            :task, :instance, :root, :city, :kind, :actor, :words,
                            (SELECT t.acting_for FROM workflow.open_task t WHERE t.task_id = :task AND t.assignee = :actor))
                        RETURNING coalesce(on_behalf_of, '')
                        """)
                .param("task", task.id())
                .param("instance", task.instanceId())
                .param("root", task.rootBusinessKey())
                .param("city", task.city())
                .param("kind", kind)
                .param("actor", actor)
                .param("words", words)
                .query(String.class)
                .single();
        if (!absent.isEmpty()) {
            audit.record("task.acted-for", "task/" + task.id(), task.city(), Map.of("for", absent));
        }
    }

    static String due(Instant due) {
        return MINUTE.format(due);
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        var words = new ArrayList<Object>();
        words.add(row.getString(Texts.isEnglish() ? "name_en" : "name"));
        for (var word : (String[]) row.getArray("words").getArray()) {
            words.add(name(word));
        }
        var kind = row.getString("kind");
        var actor = row.getString("actor");
        var absent = row.getString("on_behalf_of");
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                "task." + kind,
                actor,
                actor == null ? null : name(actor),
                row.getString("task_id"),
                Texts.get("workflow.clock." + kind, words.toArray()),
                null,
                absent == null ? null : name(absent));
    }

    /** A person's or a group's name; any other word as it stands. */
    private String name(String word) {
        return people.find(word)
                .map(Person::name)
                .or(() -> people.groupName(word, Texts.isEnglish()))
                .orElse(word);
    }
}
