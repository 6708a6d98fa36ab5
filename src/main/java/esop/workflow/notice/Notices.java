package esop.workflow.notice;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.workflow.live.Broadcast;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells somebody what concerns them, in the transaction in which it happens. */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final Broadcast updates;

    Notices(JdbcClient jdbc, CurrentPerson currentPerson, Broadcast updates) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.updates = updates;
    }

    /**
     * Nobody is told what they did themselves.
     *
     * @param kind for example {@code urged}: the words for it are {@code workflow.notice.urged}
     * @param taskId what it is about; null where it is about no task
     * @param note what was said with it
     */
    public void tell(
            @Nullable String person, String kind, @Nullable String taskId, String city, @Nullable String note) {
        var actor = currentPerson.find().map(Person::id).orElse(null);
        if (person == null || person.equals(actor)) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO workflow.notice (person, city, at, kind, task_id, actor, note)
                        VALUES (:person, :city, clock_timestamp(), :kind, :task, :actor, :note)
                        """)
                .param("person", person)
                .param("city", city)
                .param("kind", kind)
                .param("task", taskId)
                .param("actor", actor)
                .param("note", note)
                .update();
        updates.noticed(taskId, kind, city, person);
    }
}
