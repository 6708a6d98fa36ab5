package esop.workflow.inbox;

import esop.identity.People;
import esop.identity.Person;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom one may name when acting on a task; nobody else is offered, and nobody else is accepted. */
@Component
public class TaskPeople {

    private static final int MOST_OFFERED = 50;

    /** What somebody is named for. */
    public enum Purpose {
        /** To work on it: a candidate. */
        WORK,
        /** To give an opinion or be told: anybody of one's own house who works in its city. */
        ASK,
        /** To be mentioned: whoever may see it. */
        MENTION
    }

    private final People people;
    private final EarlierVoters voters;
    private final JdbcClient jdbc;

    TaskPeople(People people, EarlierVoters voters, JdbcClient jdbc) {
        this.people = people;
        this.voters = voters;
        this.jdbc = jdbc;
    }

    List<Person> offered(Task task, Person asking, Purpose purpose, String text) {
        var barred = purpose == Purpose.WORK ? voters.of(task) : List.<String>of();
        var looked = text.strip().toLowerCase();
        return of(task, asking, purpose, looked).stream()
                .filter(found -> !found.id().equals(asking.id()) && !barred.contains(found.id()))
                .filter(found -> purpose != Purpose.WORK || !found.id().equals(task.assignee()))
                .filter(found -> found.name().toLowerCase().contains(looked)
                        || found.id().contains(looked))
                .limit(MOST_OFFERED)
                .toList();
    }

    /** @throws InvalidException where one of them is not to be named for this */
    public List<Person> chosen(Task task, Person asking, Purpose purpose, String field, Collection<String> ids) {
        return ids.stream()
                .distinct()
                .map(id -> of(task, asking, purpose, id).stream()
                        .filter(found -> found.id().equals(id) && !id.equals(asking.id()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidException(field, Texts.get("workflow.action.not-to-name", id))))
                .toList();
    }

    /** Who waits for it to be done: its holder, or everybody who could take it. */
    public List<Person> workers(Task task) {
        return task.assignee() != null
                ? people.find(task.assignee()).stream().toList()
                : members(task).stream().limit(MOST_OFFERED).toList();
    }

    private Collection<Person> of(Task task, Person asking, Purpose purpose, String text) {
        return switch (purpose) {
            case WORK -> members(task);
            case ASK -> people.workingIn(task.city(), asking.partner(), text, MOST_OFFERED);
            case MENTION -> concerned(task);
        };
    }

    private List<Person> members(Task task) {
        return task.candidateGroups().stream()
                .flatMap(group -> people.inGroup(group).stream())
                .distinct()
                .toList();
    }

    private Collection<Person> concerned(Task task) {
        var concerned = new LinkedHashMap<String, Person>();
        members(task).forEach(member -> concerned.put(member.id(), member));
        var others = new ArrayList<@Nullable String>(jdbc.sql("""
                        SELECT person FROM workflow.task_copy WHERE task_id = :id
                        UNION SELECT person FROM workflow.task_opinion WHERE task_id = :id AND state NOT IN ('waiting', 'withdrawn')
                        UNION SELECT started_by FROM workflow.open_task WHERE task_id = :id AND started_by IS NOT NULL
                        UNION SELECT started_by FROM workflow.closed_task WHERE task_id = :id AND started_by IS NOT NULL
                        """)
                .params(Map.of("id", task.id()))
                .query(String.class)
                .list());
        others.add(task.assignee());
        others.add(task.owner());
        others.add(task.completedBy());
        for (var id : others) {
            if (id != null && !concerned.containsKey(id)) {
                people.find(id)
                        .filter(found -> found.cities().contains(task.city()))
                        .ifPresent(found -> concerned.put(id, found));
            }
        }
        return concerned.values();
    }
}
