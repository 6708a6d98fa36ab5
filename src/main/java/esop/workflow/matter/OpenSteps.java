package esop.workflow.matter;

import esop.identity.People;
import esop.identity.Person;
import esop.web.Texts;
import esop.workflow.calendar.TaskTimes;
import esop.workflow.instance.NextSteps;
import esop.workflow.matter.MatterController.Now;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies in somebody's inbox of some business objects. */
@Component
class OpenSteps {

    private final JdbcClient jdbc;
    private final People people;
    private final NextSteps nextSteps;
    private final TaskTimes times;

    OpenSteps(JdbcClient jdbc, People people, NextSteps nextSteps, TaskTimes times) {
        this.jdbc = jdbc;
        this.people = people;
        this.nextSteps = nextSteps;
        this.times = times;
    }

    /** @param root the business object its family of processes is about */
    record Step(String root, String instanceId, String activity, Now now) {}

    /** Those due first, without what may come after them. */
    List<Step> of(Collection<String> numbers, Person person, int most) {
        return jdbc.sql("""
                        SELECT t.task_id, t.name, t.name_en, coalesce(t.business_key, t.root_business_key) AS number, t.assignee,
                            t.candidate_groups, coalesce(t.claimed, t.created) AS since, t.due, t.instance_id, t.activity,
                            t.root_business_key, %s
                        FROM workflow.open_task t
                        WHERE t.root_business_key = ANY (:numbers) AND t.city = ANY (:cities) AND t.kind = 'task'
                        ORDER BY t.due, t.task_id
                        LIMIT :most
                        """.formatted(TaskTimes.CLOCK))
                .param("numbers", numbers.toArray(String[]::new))
                .param("cities", person.cities().toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> step(row))
                .list();
    }

    Now withNext(Step step) {
        var now = step.now();
        return new Now(
                now.number(),
                now.doing(),
                now.holder(),
                now.claimed(),
                now.since(),
                now.due(),
                now.time(),
                nextSteps.after(step.instanceId(), step.activity()),
                now.taskId());
    }

    private Step step(ResultSet row) throws SQLException {
        var assignee = row.getString("assignee");
        var task = row.getString("task_id");
        var due = row.getObject("due", OffsetDateTime.class).toInstant();
        var now = new Now(
                row.getString("number"),
                row.getString(Texts.isEnglish() ? "name_en" : "name"),
                assignee == null
                        ? group(row)
                        : people.find(assignee).map(Person::name).orElse(assignee),
                assignee != null,
                row.getObject("since", OffsetDateTime.class).toInstant(),
                due,
                times.of(task, row.getString("clock"), due),
                List.of(),
                task);
        return new Step(
                row.getString("root_business_key"), row.getString("instance_id"), row.getString("activity"), now);
    }

    private String group(ResultSet row) throws SQLException {
        var groups = (String[]) row.getArray("candidate_groups").getArray();
        return Stream.of(groups)
                .findFirst()
                .map(group -> people.groupName(group, Texts.isEnglish()).orElse(group))
                .orElse("");
    }
}
