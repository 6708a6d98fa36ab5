package esop.workflow.calendar;

import esop.workflow.calendar.CalendarContent.Day;
import esop.workflow.calendar.CalendarContent.Hours;
import esop.workflow.calendar.CalendarContent.Year;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarRepository {

    private static final String ROW = """
            SELECT c.id, c.name, c.name_en, c.parent, c.city, c.revision, c.changed, c.changed_by
            FROM workflow.calendar c
            """;

    private final JdbcClient jdbc;

    CalendarRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CalendarSet all() {
        var all = new HashMap<String, OwnCalendar>();
        jdbc.sql(ROW)
                .query(CalendarRepository::row)
                .list()
                .forEach(row -> all.put(row.id(), content(row.id()).own(row.id(), row.parent())));
        return new CalendarSet(all);
    }

    /** Those of everybody and of one's own cities. */
    List<CalendarRow> visible() {
        return jdbc.sql(ROW + """
                        WHERE c.city IS NULL OR identity.in_scope(c.city)
                        ORDER BY c.id <> 'province', c.city NULLS FIRST, c.parent NULLS FIRST, c.id
                        """).query(CalendarRepository::row).list();
    }

    Optional<CalendarRow> find(String id) {
        return jdbc.sql(ROW + "WHERE c.id = :id AND (c.city IS NULL OR identity.in_scope(c.city))")
                .param("id", id)
                .query(CalendarRepository::row)
                .optional();
    }

    CalendarContent content(String id) {
        return new CalendarContent(
                jdbc.sql("""
                                SELECT weekday, starts, ends FROM workflow.calendar_hours
                                WHERE calendar = :id ORDER BY weekday, starts
                                """)
                        .param("id", id)
                        .query((row, number) ->
                                Hours.of(row.getInt("weekday"), row.getInt("starts"), row.getInt("ends")))
                        .list(),
                jdbc.sql("""
                                SELECT day, working, name, name_en FROM workflow.calendar_day
                                WHERE calendar = :id ORDER BY day
                                """)
                        .param("id", id)
                        .query((row, number) -> new Day(
                                row.getObject("day", LocalDate.class),
                                row.getBoolean("working"),
                                row.getString("name"),
                                row.getString("name_en")))
                        .list(),
                jdbc.sql(
                                "SELECT year, provisional, source FROM workflow.calendar_year WHERE calendar = :id ORDER BY year")
                        .param("id", id)
                        .query(Year.class)
                        .list());
    }

    boolean add(CalendarRow calendar) {
        return jdbc.sql("""
                                INSERT INTO workflow.calendar (id, name, name_en, parent, city, changed, changed_by)
                                VALUES (:id, :name, :nameEn, :parent, :city, now(), :person)
                                ON CONFLICT (id) DO NOTHING
                                """)
                        .param("id", calendar.id())
                        .param("name", calendar.name())
                        .param("nameEn", calendar.nameEn())
                        .param("parent", calendar.parent())
                        .param("city", calendar.city())
                        .param("person", calendar.changedBy())
                        .update()
                > 0;
    }

    /** @return false where somebody else was quicker */
    boolean change(String id, int revision, CalendarContent content, String person) {
        var changed = jdbc.sql("""
                        UPDATE workflow.calendar SET revision = revision + 1, changed = now(), changed_by = :person
                        WHERE id = :id AND revision = :revision
                        """)
                .param("id", id)
                .param("revision", revision)
                .param("person", person)
                .update();
        if (changed == 0) {
            return false;
        }
        for (var table : List.of("calendar_hours", "calendar_day", "calendar_year")) {
            jdbc.sql("DELETE FROM workflow." + table + " WHERE calendar = :id")
                    .param("id", id)
                    .update();
        }
        content.hours().forEach(hours -> insert(id, hours));
        days(id, content.days());
        content.years().forEach(year -> insert(id, year));
        return true;
    }

    private void insert(String id, Hours hours) {
        var span = hours.span();
        jdbc.sql("""
                        INSERT INTO workflow.calendar_hours (calendar, weekday, starts, ends)
                        VALUES (:id, :weekday, :starts, :ends)
                        """)
                .param("id", id)
                .param("weekday", hours.weekday())
                .param("starts", span.starts())
                .param("ends", span.ends())
                .update();
    }

    private void days(String id, List<Day> days) {
        jdbc.sql("""
                        INSERT INTO workflow.calendar_day (calendar, day, working, name, name_en)
                        SELECT :id, day::date, working, name, name_en
                        FROM unnest(:days, :working, :names, :namesEn) AS given (day, working, name, name_en)
                        """)
                .param("id", id)
                .param("days", days.stream().map(day -> day.day().toString()).toArray(String[]::new))
                .param("working", days.stream().map(Day::working).toArray(Boolean[]::new))
                .param("names", days.stream().map(Day::name).toArray(String[]::new))
                .param("namesEn", days.stream().map(Day::nameEn).toArray(String[]::new))
                .update();
    }

    private void insert(String id, Year year) {
        jdbc.sql("""
                        INSERT INTO workflow.calendar_year (calendar, year, provisional, source)
                        VALUES (:id, :year, :provisional, :source)
                        """)
                .param("id", id)
                .param("year", year.year())
                .param("provisional", year.provisional())
                .param("source", year.source())
                .update();
    }

    private static CalendarRow row(ResultSet row, int number) throws SQLException {
        return new CalendarRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("parent"),
                row.getString("city"),
                row.getInt("revision"),
                instant(row.getObject("changed", OffsetDateTime.class)),
                row.getString("changed_by"));
    }

    private static java.time.@Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
