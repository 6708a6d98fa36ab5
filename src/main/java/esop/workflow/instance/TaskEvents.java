package esop.workflow.instance;

import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.web.Texts;
import esop.workflow.TaskHistory;
import esop.workflow.calendar.ClockEvents;
import esop.workflow.inbox.TaskAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@code workflow.task_event} into sentences. */
@Component
class TaskEvents implements TaskHistory {

    private static final String EVENTS = """
            SELECT e.at, e.change, e.actor, e.subject, e.task_id, e.reason, e.on_behalf_of,
                coalesce(o.name, c.name, '') AS name, coalesce(o.name_en, c.name_en, '') AS name_en
            FROM workflow.task_event e
            LEFT JOIN workflow.open_task o ON o.task_id = e.task_id
            LEFT JOIN workflow.closed_task c ON c.task_id = e.task_id
            """;

    /** What people say to each other about a task is for those who see the task; others see that they have spoken. */
    private static final Pattern SAID = Pattern.compile("commented|copied|agreed|disagreed|opinion-.*");

    private final JdbcClient jdbc;
    private final People people;
    private final ClockEvents clocks;
    private final TaskAccess access;
    private final CurrentPerson currentPerson;

    TaskEvents(JdbcClient jdbc, People people, ClockEvents clocks, TaskAccess access, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.people = people;
        this.clocks = clocks;
        this.access = access;
        this.currentPerson = currentPerson;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(String rootBusinessKey) {
        return together(
                jdbc.sql(EVENTS + "WHERE e.root_business_key = :key ORDER BY e.at, e.id")
                        .param("key", rootBusinessKey)
                        .query(mapper())
                        .list(),
                clocks.of(rootBusinessKey));
    }

    List<Entry> ofInstance(String instanceId) {
        return together(
                jdbc.sql(EVENTS + "WHERE e.instance_id = :instance ORDER BY e.at, e.id")
                        .param("instance", instanceId)
                        .query(mapper())
                        .list(),
                clocks.ofInstance(instanceId));
    }

    private static List<Entry> together(List<Entry> tasks, List<Entry> clocks) {
        return Stream.concat(tasks.stream(), clocks.stream())
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    private RowMapper<Entry> mapper() {
        var names = new HashMap<String, String>();
        var seen = new HashMap<String, Boolean>();
        return (row, number) -> entry(row, names, seen);
    }

    private Entry entry(ResultSet row, Map<String, String> names, Map<String, Boolean> seen) throws SQLException {
        var change = row.getString("change");
        var actor = row.getString("actor");
        var task = row.getString("task_id");
        var hidden = SAID.matcher(change).matches() && !seen.computeIfAbsent(task, this::sees);
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                "task." + change,
                actor,
                name(actor, names),
                task,
                Texts.get(
                        "workflow.timeline." + change,
                        row.getString(Texts.isEnglish() ? "name_en" : "name"),
                        String.valueOf(name(row.getString("subject"), names))),
                hidden ? null : row.getString("reason"),
                name(row.getString("on_behalf_of"), names));
    }

    private boolean sees(String task) {
        return currentPerson
                .find()
                .filter(person -> access.seen(task, person).isPresent())
                .isPresent();
    }

    private @Nullable String name(@Nullable String person, Map<String, String> names) {
        return person == null
                ? null
                : names.computeIfAbsent(
                        person, id -> people.find(id).map(Person::name).orElse(id));
    }
}
