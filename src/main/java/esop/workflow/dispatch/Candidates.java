package esop.workflow.dispatch;

import esop.identity.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who could be given a task, in two statements however many there are. */
@Repository
class Candidates {

    private final JdbcClient jdbc;
    private final People people;

    Candidates(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Until the end of the transaction nobody else hands out work of these groups: what is counted after this stays true. */
    void hold(List<String> groups) {
        jdbc.sql("""
                        SELECT pg_advisory_xact_lock(hashtextextended('dispatch ' || name, 0))
                        FROM unnest(:groups) WITH ORDINALITY AS one (name, place) ORDER BY name
                        """)
                .param("groups", groups.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    /** By id. */
    List<Candidate> of(List<String> groups, @Nullable String rootBusinessKey, List<String> voters) {
        Map<String, String> names = new LinkedHashMap<>();
        groups.forEach(group -> people.inGroup(group).forEach(person -> names.put(person.id(), person.name())));
        return jdbc.sql("""
                        SELECT
                            one.id,
                            (SELECT count(*) FROM workflow.task_inbox i WHERE i.inbox = 'person:' || one.id) AS load,
                            (SELECT max(c.closed) FROM workflow.closed_task c
                             WHERE c.root_business_key = :case AND c.closed_by = one.id AND c.outcome = 'completed') AS last_in_case,
                            (SELECT p.present FROM workflow.presence p WHERE p.person = one.id AND p.until > now()) AS said,
                            (SELECT max(a.last_day) FROM workflow.absence a
                             WHERE a.person = one.id AND a.away AND a.ended IS NULL
                               AND workflow.today() BETWEEN a.first_day AND a.last_day) AS away_until
                        FROM unnest(:people) AS one (id)
                        ORDER BY one.id
                        """)
                .param("case", rootBusinessKey)
                .param("people", names.keySet().toArray(String[]::new))
                .query((row, number) -> candidate(row, names, voters))
                .list();
    }

    private static Candidate candidate(ResultSet row, Map<String, String> names, List<String> voters)
            throws SQLException {
        var id = row.getString("id");
        var last = row.getObject("last_in_case", OffsetDateTime.class);
        return new Candidate(
                id,
                names.getOrDefault(id, id),
                row.getInt("load"),
                last == null ? null : last.toInstant(),
                row.getObject("said", Boolean.class),
                row.getObject("away_until", LocalDate.class),
                voters.contains(id));
    }
}
