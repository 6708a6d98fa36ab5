package esop.workflow.calendar;

import esop.workflow.calendar.CalendarContent.Day;
import esop.workflow.calendar.CalendarContent.Hours;
import esop.workflow.calendar.CalendarContent.Year;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a change puts in and what it takes away, for the audit log. */
record CalendarDifference(
        List<Day> daysAdded,
        List<Day> daysRemoved,
        List<Hours> hoursAdded,
        List<Hours> hoursRemoved,
        List<Year> yearsAdded,
        List<Year> yearsRemoved) {

    static CalendarDifference between(CalendarContent before, CalendarContent after) {
        return new CalendarDifference(
                without(after.days(), before.days()),
                without(before.days(), after.days()),
                without(after.hours(), before.hours()),
                without(before.hours(), after.hours()),
                without(after.years(), before.years()),
                without(before.years(), after.years()));
    }

    boolean isNothing() {
        return daysAdded.isEmpty()
                && daysRemoved.isEmpty()
                && hoursAdded.isEmpty()
                && hoursRemoved.isEmpty()
                && yearsAdded.isEmpty()
                && yearsRemoved.isEmpty();
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(Predicate.not(Set.copyOf(some)::contains)).toList();
    }
}
