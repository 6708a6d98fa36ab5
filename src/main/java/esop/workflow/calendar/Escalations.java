package esop.workflow.calendar;

import esop.identity.People;
import esop.identity.Person;
import esop.workflow.calendar.EscalationTable.Rule;
import esop.workflow.live.Broadcast;
import esop.workflow.notice.Notices;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * What is done with a task that is late, or about to be: 催办 remind, 上报 superior, 改派 reassign. Persons get a notice; a whole group does
 * not, it sees the due time in its list.
 */
@Component
class Escalations {

    private static final String SUPERIOR = "manager";

    private final EscalationRepository repository;
    private final TaskService engine;
    private final People people;
    private final ClockEvents events;
    private final Notices notices;
    private final Broadcast updates;

    Escalations(
            EscalationRepository repository,
            TaskService engine,
            People people,
            ClockEvents events,
            Notices notices,
            Broadcast updates) {
        this.repository = repository;
        this.engine = engine;
        this.people = people;
        this.events = events;
        this.notices = notices;
        this.updates = updates;
    }

    void act(ClockedTask task, Rule rule) {
        switch (rule.action()) {
            case "remind" -> remind(task, rule);
            case "superior" -> tellSuperior(task, rule);
            case "reassign" -> reassign(task, rule);
            default -> throw new IllegalStateException("the table escalation says " + rule.action());
        }
    }

    private void remind(ClockedTask task, Rule rule) {
        var told = holder(task);
        if (repository.add(task, rule, told)) {
            events.reminded(task, told);
            notices.tell(task.assignee(), "reminded", task.id(), task.city(), null);
            updates.taskChanged(task.id(), "reminded", task.city(), task.groups(), task.assignee());
        }
    }

    /** The superior of whoever has it, or the role that the table names, finds it in their inbox from now on. */
    private void tellSuperior(ClockedTask task, Rule rule) {
        var role = rule.to() == null ? SUPERIOR : rule.to();
        var superior = Optional.ofNullable(task.assignee())
                .flatMap(people::superior)
                .filter(person -> group(person, role, task.city()).isPresent());
        var group = superior.flatMap(person -> group(person, role, task.city())).orElse(role + "@" + task.city());
        var told = superior.map(Person::id).orElse(group);
        if (repository.add(task, rule, told)) {
            open(task, group);
            events.superior(task, told);
            superior.ifPresent(person -> notices.tell(person.id(), "escalated", task.id(), task.city(), null));
            superior.ifPresent(
                    person -> updates.taskChanged(task.id(), "escalated", task.city(), task.groups(), person.id()));
        }
    }

    /** Back to the group, so that somebody else can take it. */
    private void reassign(ClockedTask task, Rule rule) {
        var group = rule.to() == null ? ownGroup(task) : rule.to() + "@" + task.city();
        if (repository.add(task, rule, group)) {
            if (task.assignee() != null) {
                notices.tell(task.assignee(), "taken-away", task.id(), task.city(), null);
                engine.setAssignee(task.id(), null);
            }
            open(task, group);
            events.reassigned(task, group);
        }
    }

    /** Of the groups that may see it the one of whoever had it: a superior's may be among them by now. */
    private String ownGroup(ClockedTask task) {
        return Optional.ofNullable(task.assignee())
                .flatMap(people::find)
                .flatMap(person ->
                        task.groups().stream().filter(person.groups()::contains).findFirst())
                .or(() -> task.groups().stream().findFirst())
                .orElse("");
    }

    private void open(ClockedTask task, String group) {
        if (!group.isEmpty() && !task.groups().contains(group)) {
            engine.addCandidateGroup(task.id(), group);
        }
    }

    private static String holder(ClockedTask task) {
        return task.assignee() != null
                ? task.assignee()
                : task.groups().stream().findFirst().orElse("");
    }

    /** The group by which a person sees the city's tasks, the named role's if they have it. */
    private static Optional<String> group(Person person, String role, String city) {
        var wanted = role + "@" + city;
        return person.groups().contains(wanted)
                ? Optional.of(wanted)
                : person.groups().stream()
                        .filter(group -> group.endsWith("@" + city))
                        .findFirst();
    }
}
