package esop.intake;

import esop.identity.CurrentPerson;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 分阶段录入: what each channel wrote down is there for the next one; nothing is ever overwritten (ESOP 6.1). */
@Repository
class Notes {

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Notes(JdbcClient jdbc, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    void add(Intake intake, Channel channel, String kind, String text) {
        var author = currentPerson.get();
        jdbc.sql("""
                        INSERT INTO intake.note (intake_id, city, at, author, author_name, channel, kind, text)
                        VALUES (:intakeId, :city, :at, :author, :authorName, :channel, :kind, :text)
                        """)
                .param("intakeId", intake.id())
                .param("city", intake.city())
                .param("at", Timestamp.from(clock.instant()))
                .param("author", author.id())
                .param("authorName", author.name())
                .param("channel", channel.word())
                .param("kind", kind)
                .param("text", text)
                .update();
    }

    /** Oldest first. */
    List<Note> of(String intakeId) {
        return jdbc.sql("""
                        SELECT at, author, author_name, channel, kind, text
                          FROM intake.note
                         WHERE intake_id = :intakeId
                         ORDER BY id
                        """)
                .param("intakeId", intakeId)
                .query((row, number) -> new Note(
                        row.getTimestamp("at").toInstant(),
                        row.getString("author"),
                        row.getString("author_name"),
                        Channel.of(row.getString("channel")),
                        row.getString("kind"),
                        row.getString("text")))
                .list();
    }
}
