package esop.workflow.action;

import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskNotes;
import esop.workflow.inbox.TaskPeople;
import esop.workflow.inbox.TaskPeople.Purpose;
import esop.workflow.inbox.TaskRules;
import esop.workflow.notice.Notices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 抄送: others see a task, and work on nothing. */
@Component
class Copies {

    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskPeople people;
    private final TaskNotes notes;
    private final Notices notices;
    private final JdbcClient jdbc;

    Copies(TaskAccess access, TaskRules rules, TaskPeople people, TaskNotes notes, Notices notices, JdbcClient jdbc) {
        this.access = access;
        this.rules = rules;
        this.people = people;
        this.notes = notes;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** Who has it already is not told again. */
    Task send(String id, List<String> to, @Nullable String note) {
        return access.within(person -> {
            var task = access.visible(id, person);
            OpinionEntries.refuse(task);
            var principal = access.principal(task, person);
            rules.require(task, principal.orElse(person), TaskAction.COPY);
            for (var receiver : people.chosen(task, person, Purpose.ASK, "to", to)) {
                var sent = jdbc.sql("""
                                INSERT INTO workflow.task_copy (task_id, person, city, sent_by, sent, note)
                                VALUES (:task, :person, :city, :by, clock_timestamp(), :note)
                                ON CONFLICT (task_id, person) DO NOTHING
                                """)
                        .param("task", id)
                        .param("person", receiver.id())
                        .param("city", task.city())
                        .param("by", person.id())
                        .param("note", note)
                        .update();
                if (sent > 0) {
                    notes.add(id, "copied", person.id(), receiver.id(), note, null);
                    notices.tell(receiver.id(), "copied", id, task.city(), note);
                }
            }
            access.noteInPlace(task, person, principal);
            return access.visible(id, person);
        });
    }
}
