package esop.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Working time by the rows of {@code workflow.calendar_day}; a change of the rows counts within a minute. */
@Component
class ProvinceWorkingTime implements WorkingTime {

    private static final Logger LOG = LoggerFactory.getLogger(ProvinceWorkingTime.class);
    private static final long READ_AGAIN_AFTER = Duration.ofMinutes(1).toNanos();

    private final JdbcClient jdbc;
    private final Set<Integer> reported = ConcurrentHashMap.newKeySet();
    private volatile Reading reading;

    ProvinceWorkingTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant plus(Instant from, String duration) {
        var calendar = calendar();
        var due = calendar.plus(from, WorkingDuration.parse(duration));
        var year = due.atZone(WorkingCalendar.ZONE).getYear();
        if (!calendar.years().contains(year) && reported.add(year)) {
            LOG.warn("no holidays are loaded for {}: Monday to Friday count as working days", year);
        }
        return due;
    }

    @Override
    public boolean isWorking(Instant instant) {
        return calendar().isWorking(instant);
    }

    private WorkingCalendar calendar() {
        var known = reading;
        if (known == null || System.nanoTime() - known.at() > READ_AGAIN_AFTER) {
            known = new Reading(read(), System.nanoTime());
            reading = known;
        }
        return known.calendar();
    }

    private WorkingCalendar read() {
        var exceptions = new HashMap<LocalDate, Boolean>();
        jdbc.sql("SELECT day, working FROM workflow.calendar_day").query(row -> {
            exceptions.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
        });
        var periods = jdbc.sql("SELECT starts, ends FROM workflow.working_period ORDER BY starts")
                .query((row, number) -> new WorkingCalendar.Period(
                        row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class)))
                .list();
        var years = new HashSet<>(jdbc.sql("SELECT year FROM workflow.calendar_year")
                .query(Integer.class)
                .list());
        return new WorkingCalendar(exceptions, periods, years);
    }

    private record Reading(WorkingCalendar calendar, long at) {}
}
