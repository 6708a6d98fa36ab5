package esop.workflow.calendar;

import esop.workflow.TimeAccounts.Part;
import esop.workflow.UnitClocks;
import esop.workflow.Work;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class UnitClockRows implements UnitClocks {

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final CalendarChoice choice;

    UnitClockRows(JdbcClient jdbc, Calendars calendars, CalendarChoice choice) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.choice = choice;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(
            String key, String work, String about, String city, String unit, String side, String target, Instant at) {
        var calendar = choice.of(Work.of(unit, city));
        var due = target.contains("T")
                ? at.plus(Duration.parse(target))
                : calendars.current().of(calendar).plus(at, WorkingDuration.parse(target));
        jdbc.sql("""
                        INSERT INTO workflow.unit_clock (key, work, about, city, unit, side, calendar, begun, target, due)
                        VALUES (:key, :work, :about, :city, :unit, :side, :calendar, :at, :target, :due)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .param("key", key)
                .param("work", work)
                .param("about", about)
                .param("city", city)
                .param("unit", unit)
                .param("side", side)
                .param("calendar", calendar)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("target", target)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Running(String key, String calendar, OffsetDateTime begun) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String work, Instant at) {
        jdbc.sql("SELECT key, calendar, begun FROM workflow.unit_clock WHERE work = :work AND ended IS NULL FOR UPDATE")
                .param("work", work)
                .query(Running.class)
                .list()
                .forEach(running -> end(running, at));
    }

    private void end(Running running, Instant at) {
        var calendar = calendars.current().of(running.calendar());
        jdbc.sql("UPDATE workflow.unit_clock SET ended = :at, minutes = :minutes WHERE key = :key")
                .param("key", running.key())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "minutes",
                        calendar.between(running.begun().toInstant(), at).toMinutes())
                .update();
    }

    List<Part> of(String about, @Nullable String work, Instant now) {
        return jdbc.sql("""
                        SELECT side, unit, calendar, begun, ended, minutes, target, due FROM workflow.unit_clock
                        WHERE about = :about AND (:work::text IS NULL OR work = :work) ORDER BY begun
                        """)
                .param("about", about)
                .param("work", work, Types.VARCHAR)
                .query((row, number) -> {
                    var begun = row.getObject("begun", OffsetDateTime.class).toInstant();
                    var ended = row.getObject("ended", OffsetDateTime.class);
                    var end = ended == null ? now : ended.toInstant();
                    var minutes = ended == null
                            ? calendars
                                    .current()
                                    .of(row.getString("calendar"))
                                    .between(begun, now)
                                    .toMinutes()
                            : row.getLong("minutes");
                    return new Part(
                            row.getString("side"),
                            row.getString("unit"),
                            null,
                            null,
                            begun,
                            ended == null ? null : end,
                            minutes,
                            row.getString("target"),
                            end.isAfter(
                                    row.getObject("due", OffsetDateTime.class).toInstant()));
                })
                .list();
    }
}
