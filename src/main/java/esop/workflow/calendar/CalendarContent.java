package esop.workflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar says, as people read and write it.
 *
 * @param hours of the whole week; none: the parent's count
 * @param days that are not what their weekday says
 * @param years whose holidays are known
 */
record CalendarContent(List<Hours> hours, List<Day> days, List<Year> years) {

    /**
     * @param weekday 1 is Monday
     * @param starts {@code 08:30}
     * @param ends up to {@code 24:00}
     */
    record Hours(int weekday, String starts, String ends) {

        static Hours of(int weekday, int starts, int ends) {
            return new Hours(weekday, text(starts), text(ends));
        }

        Span span() {
            return new Span(minute(starts), minute(ends));
        }

        private static String text(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }

        private static int minute(String text) {
            return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
        }
    }

    record Day(LocalDate day, boolean working, String name, String nameEn) {}

    /** @param provisional estimated, because the State Council has not yet published it */
    record Year(int year, boolean provisional, String source) {}

    OwnCalendar own(String id, @Nullable String parent) {
        var week = new TreeMap<DayOfWeek, List<Span>>();
        hours.stream()
                .sorted(Comparator.comparing((Hours span) -> span.weekday()).thenComparing(Hours::starts))
                .forEach(span -> week.computeIfAbsent(DayOfWeek.of(span.weekday()), day -> new ArrayList<>())
                        .add(span.span()));
        var exceptions = new HashMap<LocalDate, Boolean>();
        days.forEach(day -> exceptions.put(day.day(), day.working()));
        return new OwnCalendar(
                id, parent, week, exceptions, years.stream().map(Year::year).collect(Collectors.toSet()));
    }
}
