package esop.workflow.draft;

import esop.identity.CurrentPerson;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the signed-on person has begun to enter; one of a kind, nobody else's business. */
@Repository
@Transactional
public class EntryDrafts {

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    EntryDrafts(JdbcClient jdbc, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * @param entry of what, for example {@code order}
     * @param content JSON text, given back as it came
     */
    public Instant save(String entry, String content) {
        var now = clock.instant();
        jdbc.sql("""
                        INSERT INTO workflow.entry_draft (entry, person, content, saved)
                        VALUES (:entry, :person, :content, :saved)
                            ON CONFLICT (person, entry) DO UPDATE SET content = excluded.content, saved = excluded.saved
                        """)
                .param("entry", entry)
                .param("person", currentPerson.get().id())
                .param("content", content)
                .param("saved", Timestamp.from(now))
                .update();
        return now;
    }

    public Optional<String> find(String entry) {
        return jdbc.sql("SELECT content FROM workflow.entry_draft WHERE entry = :entry AND person = :person")
                .param("entry", entry)
                .param("person", currentPerson.get().id())
                .query(String.class)
                .optional();
    }

    public void discard(String entry) {
        jdbc.sql("DELETE FROM workflow.entry_draft WHERE entry = :entry AND person = :person")
                .param("entry", entry)
                .param("person", currentPerson.get().id())
                .update();
    }
}
