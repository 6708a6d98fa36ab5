package esop.workflow.calendar;

import esop.workflow.calendar.TaskClock.Stop;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an open task has of working time, for whoever looks at it for a while: from {@code from} to {@code until} what is left runs off
 * second by second, and outside of that it does not.
 *
 * @param left seconds until it is due as things stand at {@code from}, or while the clock stands still; negative where it is late by then
 * @param whole seconds that it was given
 * @param day seconds of a working day
 * @param from beginning of the working hours that go on or come next; null while the clock stands still
 * @param beyond whether the holidays of the year it is due in are not loaded
 */
public record TaskTime(
        long left,
        long whole,
        long day,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean stopped,
        boolean beyond) {

    private static final WorkingDuration ONE_DAY = WorkingDuration.parse("P1D");

    /** @param stop that lasts; null where the clock runs */
    static TaskTime of(TaskClock clock, WorkingCalendar calendar, Instant due, @Nullable Stop stop, Instant now) {
        var hours = calendar.hoursAt(now);
        var left = stop == null
                ? left(calendar, hours.from(), due)
                : left(calendar, due.isAfter(stop.since()) ? stop.until() : stop.since(), due);
        return new TaskTime(
                left.toSeconds(),
                clock.whole(calendar).toSeconds(),
                calendar.between(hours.from(), calendar.plus(hours.from(), ONE_DAY))
                        .toSeconds(),
                stop == null ? hours.from() : null,
                stop == null ? hours.until() : null,
                stop != null,
                calendar.isBeyond(due));
    }

    private static Duration left(WorkingCalendar calendar, Instant at, Instant due) {
        return due.isAfter(at)
                ? calendar.between(at, due)
                : calendar.between(due, at).negated();
    }
}
