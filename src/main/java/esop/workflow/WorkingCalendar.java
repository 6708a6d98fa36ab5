package esop.workflow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arithmetic of working time over one reading of the calendar's rows.
 *
 * @param exceptions days that are not what their weekday says: true for a make-up working day, false for a holiday
 * @param periods the working periods of a working day, in order; both ends count as working
 * @param years the years whose arrangement is known or estimated
 */
record WorkingCalendar(Map<LocalDate, Boolean> exceptions, List<Period> periods, Set<Integer> years) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    record Period(LocalTime from, LocalTime to) {}

    boolean isWorkingDay(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, !weekend);
    }

    boolean isWorking(Instant instant) {
        var local = LocalDateTime.ofInstant(instant, ZONE);
        return isWorkingDay(local.toLocalDate())
                && periods.stream()
                        .anyMatch(period -> !local.toLocalTime().isBefore(period.from())
                                && !local.toLocalTime().isAfter(period.to()));
    }

    Instant plus(Instant from, WorkingDuration duration) {
        var at = workingTimeFrom(LocalDateTime.ofInstant(from, ZONE));
        for (var day = 0; day < duration.days(); day++) {
            at = nextWorkingDay(at.toLocalDate()).atTime(at.toLocalTime());
        }
        return spend(at, duration.time()).atZone(ZONE).toInstant();
    }

    /** The first working moment at or after this one: what comes in at night starts to count in the morning. */
    private LocalDateTime workingTimeFrom(LocalDateTime at) {
        if (isWorkingDay(at.toLocalDate())) {
            for (var period : periods) {
                if (!at.toLocalTime().isAfter(period.to())) {
                    return at.toLocalTime().isBefore(period.from())
                            ? at.toLocalDate().atTime(period.from())
                            : at;
                }
            }
        }
        return nextWorkingDay(at.toLocalDate()).atTime(periods.get(0).from());
    }

    private LocalDateTime spend(LocalDateTime start, Duration time) {
        var at = start;
        var left = time;
        while (true) {
            for (var period : periods) {
                if (at.toLocalTime().isAfter(period.to())) {
                    continue;
                }
                if (at.toLocalTime().isBefore(period.from())) {
                    at = at.toLocalDate().atTime(period.from());
                }
                var here = Duration.between(at.toLocalTime(), period.to());
                if (left.compareTo(here) <= 0) {
                    return at.plus(left);
                }
                left = left.minus(here);
                at = at.toLocalDate().atTime(period.to());
            }
            at = nextWorkingDay(at.toLocalDate()).atTime(periods.get(0).from());
        }
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
