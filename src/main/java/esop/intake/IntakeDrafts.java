package esop.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Intakes that somebody has begun to enter; one per person, nobody else's business. */
@Repository
@Transactional
public class IntakeDrafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param content JSON text, given back as it came */
    public Instant save(String person, String content) {
        var now = clock.instant();
        jdbc.sql("""
                        INSERT INTO intake.draft (person, content, saved)
                        VALUES (:person, :content, :saved)
                            ON CONFLICT (person) DO UPDATE SET content = excluded.content, saved = excluded.saved
                        """)
                .param("person", person)
                .param("content", content)
                .param("saved", Timestamp.from(now))
                .update();
        return now;
    }

    public Optional<String> find(String person) {
        return jdbc.sql("SELECT content FROM intake.draft WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    public void discard(String person) {
        jdbc.sql("DELETE FROM intake.draft WHERE person = :person")
                .param("person", person)
                .update();
    }
}
