package esop.workflow.calendar;

import esop.workflow.TimeAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds up what units have by their own clocks, people by their tasks, and what was waited for. */
@Component
class OrderTime implements TimeAccounts {

    /** A partner's people are measured by the clock of their partner. */
    private static final String TASKS = """
            SELECT t.task_id, t.name, t.name_en, t.city, t.created, NULL::timestamptz AS closed, t.due
            FROM workflow.open_task t WHERE t.root_business_key = :about AND %1$s
            UNION ALL
            SELECT t.task_id, t.name, t.name_en, t.city, t.created, t.closed, t.due
            FROM workflow.closed_task t WHERE t.root_business_key = :about AND %1$s
            ORDER BY created
            """.formatted(
                    "t.process NOT IN ('partner-work', 'partner-stop') AND (:work::text IS NULL OR t.business_key = :work)");

    private static final String WAITS = """
            SELECT s.task_id, s.cause, s.side, s.city, s.since, least(s.resumed, s.until, :now) AS until, s.resumed
            FROM workflow.clock_stop s WHERE s.task_id = ANY (:tasks) ORDER BY s.since
            """;

    private final JdbcClient jdbc;
    private final UnitClockRows units;
    private final Calendars calendars;
    private final Clock clock;

    OrderTime(JdbcClient jdbc, UnitClockRows units, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    private record Owned(String task, Part part) {}

    @Override
    @Transactional(readOnly = true)
    public Account of(String about) {
        return account(about, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Account of(String about, String work) {
        return account(about, work);
    }

    private Account account(String about, @Nullable String work) {
        var now = clock.instant();
        var tasks = jdbc.sql(TASKS)
                .param("about", about)
                .param("work", work, Types.VARCHAR)
                .query((row, number) -> task(row, now))
                .list();
        var waits = jdbc.sql(WAITS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tasks", tasks.stream().map(Owned::task).toArray(String[]::new))
                .query((row, number) -> wait(row))
                .list();
        var parts = new ArrayList<>(units.of(about, work, now));
        tasks.forEach(task -> parts.add(without(task, waits)));
        waits.stream()
                .map(Owned::part)
                .filter(part -> !part.side().equals("ours"))
                .forEach(parts::add);
        parts.sort(Comparator.comparing(Part::begun));
        return new Account(shares(parts), parts);
    }

    /** What somebody else was waited for is theirs and not ours. */
    private static Part without(Owned task, List<Owned> waits) {
        var others = waits.stream()
                .filter(wait ->
                        wait.task().equals(task.task()) && !wait.part().side().equals("ours"))
                .mapToLong(wait -> wait.part().minutes())
                .sum();
        var part = task.part();
        return new Part(
                part.side(),
                part.unit(),
                part.name(),
                part.nameEn(),
                part.begun(),
                part.ended(),
                Math.max(0, part.minutes() - others),
                part.target(),
                part.late());
    }

    private static List<Share> shares(List<Part> parts) {
        var sums = new LinkedHashMap<String, Long>();
        for (var side : List.of("ours", "network", "platform", "partner", "customer", "force-majeure")) {
            sums.put(side, 0L);
        }
        parts.forEach(part -> sums.merge(part.side(), part.minutes(), Long::sum));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .map(sum -> new Share(sum.getKey(), sum.getValue()))
                .toList();
    }

    private Owned task(ResultSet row, Instant now) throws SQLException {
        var created = instant(row, "created");
        var closed = row.getObject("closed", OffsetDateTime.class);
        var end = closed == null ? now : closed.toInstant();
        return new Owned(
                row.getString("task_id"),
                new Part(
                        "ours",
                        null,
                        row.getString("name"),
                        row.getString("name_en"),
                        created,
                        closed == null ? null : end,
                        minutes(row.getString("city"), created, end),
                        null,
                        end.isAfter(instant(row, "due"))));
    }

    private Owned wait(ResultSet row) throws SQLException {
        var since = instant(row, "since");
        var until = instant(row, "until");
        return new Owned(
                row.getString("task_id"),
                new Part(
                        row.getString("side"),
                        null,
                        row.getString("cause"),
                        row.getString("cause"),
                        since,
                        row.getObject("resumed", OffsetDateTime.class) == null ? null : until,
                        minutes(row.getString("city"), since, until),
                        null,
                        false));
    }

    private long minutes(String city, Instant from, Instant to) {
        return calendars.current().of(city).between(from, to).toMinutes();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
