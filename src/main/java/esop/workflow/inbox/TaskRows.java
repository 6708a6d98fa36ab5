package esop.workflow.inbox;

import esop.identity.People;
import esop.identity.Person;
import esop.workflow.calendar.TaskTimes;
import esop.workflow.inbox.Task.Customer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows of the index of tasks, open ones and closed ones, only those of the asked cities. */
@Component
class TaskRows {

    static final String OPEN = """
            t.task_id, t.activity, t.name, t.name_en, t.process, t.process_name, t.process_name_en, t.instance_id, t.business_key,
            t.root_business_key, t.subject, t.subject_en, t.customer_id, t.customer_name, t.city, t.candidate_groups, t.assignee,
            t.claimed, t.created, t.due, t.priority, t.revision, t.kind, t.about, t.owner, t.delegated, t.follow_up, t.urged,
            t.amount, t.acting_for,
            NULL::timestamptz AS closed, NULL AS closed_by, NULL AS outcome
            """;

    static final String CLOSED = OPEN.replace(
                    "NULL::timestamptz AS closed, NULL AS closed_by, NULL AS outcome",
                    "t.closed, t.closed_by, t.outcome")
            .replace("t.amount,", "NULL::numeric AS amount,")
            .replace("t.assignee,", "coalesce(t.assignee, t.closed_by) AS assignee,");

    private final JdbcClient jdbc;
    private final People people;
    private final TaskTimes times;

    TaskRows(JdbcClient jdbc, People people, TaskTimes times) {
        this.jdbc = jdbc;
        this.people = people;
        this.times = times;
    }

    Optional<Task> find(String id, Person person) {
        return jdbc.sql("""
                        SELECT %s, %s FROM workflow.open_task t WHERE t.task_id = :id AND t.city = ANY (:cities)
                        UNION ALL
                        SELECT %s, NULL FROM workflow.closed_task t WHERE t.task_id = :id AND t.city = ANY (:cities)
                        """.formatted(OPEN, TaskTimes.CLOCK, CLOSED))
                .param("id", id)
                .param("cities", person.cities().toArray(String[]::new))
                .query(mapper())
                .optional();
    }

    /** Whether somebody has to do with a task without being a candidate: did it, began the flow, was asked, told or asked others. */
    boolean concerns(String id, String person) {
        return jdbc.sql("""
                        SELECT
                            EXISTS (SELECT 1 FROM workflow.open_task t
                                    WHERE t.task_id = :id AND (t.started_by = :person OR t.kind = 'opinion' AND t.owner = :person))
                            OR EXISTS (SELECT 1 FROM workflow.closed_task t
                                    WHERE t.task_id = :id
                                      AND (t.started_by = :person OR t.closed_by = :person OR t.kind = 'opinion' AND t.owner = :person))
                            OR EXISTS (SELECT 1 FROM workflow.task_copy c WHERE c.task_id = :id AND c.person = :person)
                            OR EXISTS (SELECT 1 FROM workflow.task_opinion o
                                    WHERE o.task_id = :id AND o.person = :person AND o.state NOT IN ('waiting', 'withdrawn'))
                        """)
                .param("id", id)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** One mapper per query, which reads {@link TaskTimes#CLOCK}, too: it looks each person's name up once. */
    RowMapper<Task> mapper() {
        var names = new HashMap<String, String>();
        return (row, number) -> task(row, names);
    }

    private Task task(ResultSet row, Map<String, String> names) throws SQLException {
        var assignee = row.getString("assignee");
        var customer = row.getString("customer_id");
        var outcome = row.getString("outcome");
        var actingFor = row.getString("acting_for");
        var due = instant(row, "due");
        return new Task(
                row.getString("task_id"),
                row.getString("activity"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("process"),
                row.getString("process_name"),
                row.getString("process_name_en"),
                row.getString("business_key"),
                row.getString("subject"),
                row.getString("subject_en"),
                customer == null ? null : new Customer(customer, row.getString("customer_name")),
                row.getString("city"),
                assignee,
                assignee == null ? null : names.computeIfAbsent(assignee, this::name),
                List.copyOf(Arrays.asList(
                        (String[]) row.getArray("candidate_groups").getArray())),
                instant(row, "created"),
                instant(row, "claimed"),
                due,
                outcome == null ? times.of(row.getString("task_id"), row.getString("clock"), due) : null,
                outcome != null ? outcome : assignee == null ? "created" : "claimed",
                row.getInt("priority"),
                row.getInt("revision"),
                row.getString("instance_id"),
                row.getString("root_business_key"),
                instant(row, "closed"),
                row.getString("closed_by"),
                row.getString("kind"),
                row.getString("about"),
                row.getString("owner"),
                row.getString("owner") == null ? null : names.computeIfAbsent(row.getString("owner"), this::name),
                row.getBoolean("delegated"),
                instant(row, "follow_up"),
                row.getInt("urged"),
                row.getBigDecimal("amount"),
                actingFor,
                actingFor == null ? null : names.computeIfAbsent(actingFor, this::name));
    }

    String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
