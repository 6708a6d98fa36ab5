package esop.workflow.dispatch;

import esop.identity.Person;
import esop.workflow.Work;
import esop.workflow.WorkingTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 在岗 and 离岗: what somebody says of themselves counts until the end of the day, so that nobody is forgotten as absent. */
@Service
@Transactional
class Presences {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final WorkingTime workingTime;
    private final Clock clock;

    Presences(JdbcClient jdbc, WorkingTime workingTime, Clock clock) {
        this.jdbc = jdbc;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Presence of(Person person) {
        return jdbc.sql("""
                        SELECT
                            (SELECT p.present FROM workflow.presence p WHERE p.person = :person AND p.until > now()) AS said,
                            (SELECT p.until FROM workflow.presence p WHERE p.person = :person AND p.until > now()) AS until,
                            (SELECT max(a.last_day) FROM workflow.absence a
                             WHERE a.person = :person AND a.away AND a.ended IS NULL
                               AND workflow.today() BETWEEN a.first_day AND a.last_day) AS away_until
                        """)
                .param("person", person.id())
                .query((row, number) -> presence(row, person))
                .single();
    }

    /** @param present null: by calendar and absences again */
    public Presence say(Person person, @Nullable Boolean present) {
        if (present == null) {
            jdbc.sql("DELETE FROM workflow.presence WHERE person = :person")
                    .param("person", person.id())
                    .update();
            return of(person);
        }
        jdbc.sql("""
                        INSERT INTO workflow.presence (person, present, until, said) VALUES (:person, :present, :until, now())
                        ON CONFLICT (person) DO UPDATE SET present = :present, until = :until, said = now()
                        """)
                .param("person", person.id())
                .param("present", present)
                .param("until", endOfToday())
                .update();
        return of(person);
    }

    private OffsetDateTime endOfToday() {
        var today = clock.instant().atZone(PROVINCE).toLocalDate();
        return today.plusDays(1).atStartOfDay(PROVINCE).toOffsetDateTime();
    }

    private Presence presence(ResultSet row, Person person) throws SQLException {
        if (row.getObject("said") != null) {
            var until = row.getObject("until", OffsetDateTime.class).toInstant();
            return new Presence(row.getBoolean("said"), "said", until, null);
        }
        var awayUntil = row.getObject("away_until", LocalDate.class);
        if (awayUntil != null) {
            return new Presence(false, "absence", null, awayUntil);
        }
        return new Presence(workingTime.of(usualWork(person)).isWorking(clock.instant()), "calendar", null, null);
    }

    /** Whoever works for several cities has the province's calendar. */
    private static Work usualWork(Person person) {
        var city = person.cities().size() == 1 ? person.cities().iterator().next() : null;
        return new Work(city, person.partner(), null, null, null);
    }
}
