package esop.workflow.action;

import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.Texts;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskNotes;
import esop.workflow.inbox.TaskPeople;
import esop.workflow.inbox.TaskRules;
import esop.workflow.live.Broadcast;
import esop.workflow.notice.Notices;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 催办: whoever waits for a task asks its holder, or all who could take it, to hurry; so often a day as the table allows. */
@Component
class TaskUrges {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskPeople people;
    private final TaskNotes notes;
    private final Notices notices;
    private final Broadcast updates;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskUrges(
            TaskAccess access,
            TaskRules rules,
            TaskPeople people,
            TaskNotes notes,
            Notices notices,
            Broadcast updates,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.rules = rules;
        this.people = people;
        this.notes = notes;
        this.notices = notices;
        this.updates = updates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Task urge(String id, @Nullable String note) {
        return access.within(person -> {
            access.hold(id);
            var task = access.visible(id, person);
            if (!task.isOpen()) {
                throw new ConflictException(Texts.get("workflow.task.closed"));
            }
            if (person.id().equals(task.assignee())) {
                throw new ConflictException(Texts.get("workflow.action.urge-oneself"));
            }
            var most = rules.require(task, person, TaskAction.URGE).perDay();
            if (today(id, person) >= most) {
                throw new ConflictException(Texts.get("workflow.action.urged-enough", most));
            }
            jdbc.sql("SELECT workflow.task_urged(:id)")
                    .param("id", id)
                    .query((row, number) -> number)
                    .list();
            notes.add(id, "urged", person.id(), task.assignee(), note, null);
            people.workers(task).forEach(worker -> notices.tell(worker.id(), "urged", id, task.city(), note));
            updates.taskChanged(id, "urged", task.city(), task.candidateGroups(), task.assignee());
            return access.visible(id, person);
        });
    }

    private int today(String id, Person person) {
        var midnight = clock.instant().atZone(PROVINCE).toLocalDate().atStartOfDay(PROVINCE);
        return jdbc.sql("""
                        SELECT count(*) FROM workflow.task_event
                        WHERE task_id = :id AND change = 'urged' AND actor = :person AND at >= :midnight
                        """)
                .param("id", id)
                .param("person", person.id())
                .param("midnight", Timestamp.from(midnight.toInstant()))
                .query(Integer.class)
                .single();
    }
}
