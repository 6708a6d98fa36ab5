package esop.workflow.substitution;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AbsenceRepository {

    private static final int MOST = 300;

    private static final String ABSENCE = """
            SELECT
                a.id, a.person, person.name AS person_name, a.substitute, substitute.name AS substitute_name, a.first_day, a.last_day,
                a.away, a.processes, a.cities, a.amount_limit, a.note, coalesce(entered_by.name, a.entered_by) AS entered_by_name,
                a.entered, a.ended, coalesce(ended_by.name, a.ended_by) AS ended_by_name,
                CASE WHEN a.ended IS NOT NULL THEN 'ended'
                     WHEN a.last_day < workflow.today() THEN 'over'
                     WHEN a.first_day > workflow.today() THEN 'planned'
                     ELSE 'in-force' END AS state
            FROM workflow.absence a
            JOIN identity.person person ON person.id = a.person
            LEFT JOIN identity.person substitute ON substitute.id = a.substitute
            LEFT JOIN identity.person entered_by ON entered_by.id = a.entered_by
            LEFT JOIN identity.person ended_by ON ended_by.id = a.ended_by
            """;

    private final JdbcClient jdbc;

    AbsenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One entry after another, so that two at once make neither a circle nor an overlap. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('workflow.absence', 0))")
                .query((row, number) -> number)
                .list();
    }

    LocalDate today() {
        return jdbc.sql("SELECT workflow.today()").query(LocalDate.class).single();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql(ABSENCE + "WHERE a.id = :id")
                .param("id", id)
                .query((row, number) -> absence(row))
                .optional();
    }

    /** The absences of these people and those in which somebody stands in, of the last 90 days and to come; open ones first. */
    List<Absence> about(Collection<String> people, String substitute) {
        return jdbc.sql(ABSENCE + """
                        WHERE (a.person = ANY (:people) OR a.substitute = :substitute) AND a.last_day > workflow.today() - 90
                        ORDER BY a.ended IS NOT NULL OR a.last_day < workflow.today(), a.first_day, a.person, a.id
                        LIMIT :most
                        """)
                .param("people", people.toArray(String[]::new))
                .param("substitute", substitute)
                .param("most", MOST)
                .query((row, number) -> absence(row))
                .list();
    }

    /** What is open for a person in some of these days. */
    List<Absence> during(String person, LocalDate firstDay, LocalDate lastDay) {
        return jdbc.sql(ABSENCE + """
                        WHERE a.person = :person AND a.ended IS NULL AND a.first_day <= :last AND a.last_day >= :first
                        ORDER BY a.first_day, a.id
                        """)
                .param("person", person)
                .param("first", firstDay)
                .param("last", lastDay)
                .query((row, number) -> absence(row))
                .list();
    }

    /** From the substitute over those who stand in for them on a common day back to the person: their names. */
    Optional<List<String>> loop(String person, String substitute, LocalDate firstDay, LocalDate lastDay) {
        return jdbc.sql("""
                        WITH RECURSIVE chain AS (
                            SELECT CAST(:substitute AS text) AS link, CAST(:first AS date) AS first_day, CAST(:last AS date) AS last_day,
                                ARRAY[CAST(:person AS text), CAST(:substitute AS text)] AS passed, false AS closed
                            UNION ALL
                            SELECT a.substitute, greatest(c.first_day, a.first_day), least(c.last_day, a.last_day),
                                c.passed || a.substitute, a.substitute = :person
                            FROM chain c
                            JOIN workflow.absence a ON a.person = c.link
                            WHERE NOT c.closed AND a.ended IS NULL AND a.substitute IS NOT NULL
                              AND a.first_day <= c.last_day AND a.last_day >= c.first_day
                              AND (a.substitute = :person OR a.substitute <> ALL (c.passed))
                        )
                        SELECT ARRAY(
                            SELECT p.name FROM unnest(c.passed) WITH ORDINALITY AS one (id, place)
                            JOIN identity.person p ON p.id = one.id ORDER BY place) AS names
                        FROM chain c WHERE c.closed LIMIT 1
                        """)
                .param("person", person)
                .param("substitute", substitute)
                .param("first", firstDay)
                .param("last", lastDay)
                .query((row, number) -> List.of((String[]) row.getArray("names").getArray()))
                .optional();
    }

    void add(UUID id, AbsenceWish wish, String person, String enteredBy) {
        jdbc.sql("""
                        INSERT INTO workflow.absence (
                            id, person, substitute, first_day, last_day, away, processes, cities, amount_limit, note, entered_by, entered)
                        VALUES (:id, :person, :substitute, :first, :last, :away, :processes, :cities, :limit, :note, :by, now())
                        """)
                .param("id", id)
                .param("person", person)
                .param("substitute", wish.substitute())
                .param("first", wish.firstDay())
                .param("last", wish.lastDay())
                .param("away", wish.away())
                .param("processes", array(wish.processes()))
                .param("cities", array(wish.cities()))
                .param("limit", wish.amountLimit())
                .param("note", wish.note())
                .param("by", enteredBy)
                .update();
    }

    void end(UUID id, String by) {
        jdbc.sql("UPDATE workflow.absence SET ended = now(), ended_by = :by WHERE id = :id AND ended IS NULL")
                .param("id", id)
                .param("by", by)
                .update();
    }

    private static String @Nullable [] array(@Nullable List<String> words) {
        return words == null ? null : words.toArray(String[]::new);
    }

    private static Absence absence(ResultSet row) throws SQLException {
        var ended = row.getObject("ended", OffsetDateTime.class);
        BigDecimal limit = row.getBigDecimal("amount_limit");
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("person_name"),
                row.getString("substitute"),
                row.getString("substitute_name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("away"),
                words(row.getArray("processes")),
                words(row.getArray("cities")),
                limit,
                row.getString("note"),
                row.getString("entered_by_name"),
                row.getObject("entered", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by_name"),
                row.getString("state"),
                false);
    }

    private static @Nullable List<String> words(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
