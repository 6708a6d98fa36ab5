package esop.workflow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The arithmetic of working time over one calendar with all it inherits.
 *
 * @param hours of each weekday that works, in order; at least one does
 * @param exceptions days that are not what their weekday says: true for a make-up working day, false for a holiday
 * @param years the years whose holidays are known or estimated
 */
record WorkingCalendar(TreeMap<DayOfWeek, List<Span>> hours, Map<LocalDate, Boolean> exceptions, Set<Integer> years) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A moment of a day; the end of a day, 24:00, still belongs to it. */
    private record Moment(LocalDate day, long nano) {

        Instant instant() {
            return day.atStartOfDay().plusNanos(nano).atZone(ZONE).toInstant();
        }
    }

    record Hours(Instant from, Instant until) {}

    boolean isWorkingDay(LocalDate day) {
        return exceptions.getOrDefault(day, hours.containsKey(day.getDayOfWeek()));
    }

    /** A make-up day is worked like the first day of the week, where its own weekday has no hours. */
    List<Span> spans(LocalDate day) {
        return isWorkingDay(day)
                ? hours.getOrDefault(day.getDayOfWeek(), hours.firstEntry().getValue())
                : List.of();
    }

    boolean isWorking(Instant instant) {
        var moment = moment(instant);
        return spans(moment.day()).stream().anyMatch(span -> span.contains(moment.nano()));
    }

    /** The working hours that go on at this moment, or the next ones. */
    Hours hoursAt(Instant instant) {
        var at = workingFrom(moment(instant));
        var span = spans(at.day()).stream()
                .filter(one -> one.contains(at.nano()))
                .findFirst()
                .orElseThrow();
        return new Hours(new Moment(at.day(), span.from()).instant(), new Moment(at.day(), span.to()).instant());
    }

    /** Whether its year's holidays are not known; who works on every day of the week needs none. */
    boolean isBeyond(Instant instant) {
        return hours.size() < DayOfWeek.values().length
                && !years.contains(instant.atZone(ZONE).getYear());
    }

    Instant plus(Instant from, WorkingDuration duration) {
        var start = workingFrom(moment(from));
        var day = start.day();
        for (var i = 0; i < duration.days(); i++) {
            day = nextWorkingDay(day);
        }
        return spend(settled(new Moment(day, start.nano())), duration.time().toNanos())
                .instant();
    }

    /** How many whole working days lie between. */
    int daysBetween(Instant from, Instant to) {
        var start = workingFrom(moment(from));
        var day = nextWorkingDay(start.day());
        var days = 0;
        while (!settled(new Moment(day, start.nano())).instant().isAfter(to)) {
            day = nextWorkingDay(day);
            days++;
        }
        return days;
    }

    Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        var start = moment(from);
        var end = moment(to);
        var nanos = 0L;
        for (var day = start.day(); !day.isAfter(end.day()); day = day.plusDays(1)) {
            var first = day.equals(start.day()) ? start.nano() : 0;
            var last = day.equals(end.day()) ? end.nano() : Long.MAX_VALUE;
            for (var span : spans(day)) {
                nanos += Math.max(0, Math.min(span.to(), last) - Math.max(span.from(), first));
            }
        }
        return Duration.ofNanos(nanos);
    }

    /** Midnight belongs to the day that ends with it, where that one works until 24:00 and the new one has not begun. */
    private Moment moment(Instant instant) {
        var local = LocalDateTime.ofInstant(instant, ZONE);
        var day = local.toLocalDate();
        var nano = local.toLocalTime().toNanoOfDay();
        if (nano == 0 && spans(day).stream().noneMatch(span -> span.starts() == 0)) {
            var before = day.minusDays(1);
            var untilMidnight = spans(before).stream()
                    .filter(span -> span.ends() == Span.DAY)
                    .findFirst();
            if (untilMidnight.isPresent()) {
                return new Moment(before, untilMidnight.get().to());
            }
        }
        return new Moment(day, nano);
    }

    /** The first working moment at or after this one: what comes in at night starts to count in the morning. */
    private Moment workingFrom(Moment at) {
        for (var span : spans(at.day())) {
            if (at.nano() <= span.to()) {
                return new Moment(at.day(), Math.max(at.nano(), span.from()));
            }
        }
        return morningAfter(at.day());
    }

    /** The same time of a day with other hours: in a break the end of the break, after work the end of work. */
    private Moment settled(Moment at) {
        var spans = spans(at.day());
        for (var span : spans) {
            if (at.nano() <= span.to()) {
                return new Moment(at.day(), Math.max(at.nano(), span.from()));
            }
        }
        return new Moment(at.day(), spans.get(spans.size() - 1).to());
    }

    private Moment spend(Moment start, long nanos) {
        var at = start;
        var left = nanos;
        while (true) {
            for (var span : spans(at.day())) {
                if (at.nano() > span.to()) {
                    continue;
                }
                var from = Math.max(at.nano(), span.from());
                var here = span.to() - from;
                if (left <= here) {
                    return new Moment(at.day(), from + left);
                }
                left -= here;
                at = new Moment(at.day(), span.to());
            }
            at = morningAfter(at.day());
        }
    }

    private Moment morningAfter(LocalDate day) {
        var next = nextWorkingDay(day);
        return new Moment(next, spans(next).get(0).from());
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
