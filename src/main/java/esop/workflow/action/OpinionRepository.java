package esop.workflow.action;

import esop.identity.People;
import esop.identity.Person;
import esop.workflow.inbox.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpinionRepository {

    private static final String COLUMNS = """
            SELECT o.id, o.task_id, o.city, o.place, o.person, o.asked_by, o.asked, o.question, o.answer_within, o.due, o.state, o.answer, o.answered
            FROM workflow.task_opinion o
            """;

    private final JdbcClient jdbc;
    private final People people;

    OpinionRepository(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @return false where this person is asked already */
    boolean add(
            String id, Task task, String place, String person, String askedBy, String question, String answerWithin) {
        return jdbc.sql("""
                        INSERT INTO workflow.task_opinion (
                            id, task_id, instance_id, city, place, person, asked_by, asked, question, answer_within, state)
                        VALUES (
                            :id, :task, :instance, :city, :place, :person, :askedBy, clock_timestamp(), :question, :answerWithin, 'waiting')
                        ON CONFLICT (task_id, person, place) WHERE state IN ('waiting', 'open') DO NOTHING
                        """)
                        .param("id", id)
                        .param("task", task.id())
                        .param("instance", task.instanceId())
                        .param("city", task.city())
                        .param("place", place)
                        .param("person", person)
                        .param("askedBy", askedBy)
                        .param("question", question)
                        .param("answerWithin", answerWithin)
                        .update()
                == 1;
    }

    void open(String id, Instant due) {
        jdbc.sql("SELECT workflow.open_opinion(:id, :due)")
                .param("id", id)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .query((row, number) -> number)
                .list();
    }

    /** @return false where it is over already */
    boolean end(String id, String state, @Nullable String answer) {
        return jdbc.sql("""
                        UPDATE workflow.task_opinion SET state = :state, answer = :answer, answered = clock_timestamp()
                        WHERE id = :id AND state IN ('waiting', 'open')
                        """)
                        .param("state", state)
                        .param("answer", answer)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes its entry out of the inbox. */
    void close(String id, String outcome, String actor) {
        jdbc.sql("SELECT workflow.task_closed(:id, :outcome, :actor)")
                .param("id", id)
                .param("outcome", outcome)
                .param("actor", actor)
                .query((row, number) -> number)
                .list();
    }

    List<Opinion> of(String taskId) {
        return jdbc.sql(COLUMNS + "WHERE o.task_id = :task ORDER BY o.asked, o.id")
                .param("task", taskId)
                .query((row, number) -> opinion(row))
                .list();
    }

    Optional<Opinion> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE o.id = :id")
                .param("id", id)
                .query((row, number) -> opinion(row))
                .optional();
    }

    private Opinion opinion(ResultSet row) throws SQLException {
        return new Opinion(
                row.getString("id"),
                row.getString("task_id"),
                row.getString("city"),
                row.getString("place"),
                row.getString("person"),
                name(row.getString("person")),
                row.getString("asked_by"),
                name(row.getString("asked_by")),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                row.getString("question"),
                row.getString("answer_within"),
                instant(row, "due"),
                row.getString("state"),
                row.getString("answer"),
                instant(row, "answered"));
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
