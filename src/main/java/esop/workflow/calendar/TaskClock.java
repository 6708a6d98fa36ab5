package esop.workflow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * By what the due time of a task is counted.
 *
 * @param calendar as the table {@code working-calendar} says
 * @param stops oldest first: pieces of time that do not count
 */
record TaskClock(String taskId, String calendar, Instant started, String duration, List<Stop> stops) {

    record Stop(Instant since, Instant until) {}

    Instant due(WorkingCalendar calendar) {
        return past(calendar, WorkingDuration.parse(duration));
    }

    /** When a share of the time is used up. */
    Instant used(WorkingCalendar calendar, int percent) {
        return past(
                calendar,
                WorkingDuration.of(whole(calendar).multipliedBy(percent).dividedBy(100)));
    }

    /** The working time it was given. */
    Duration whole(WorkingCalendar calendar) {
        return calendar.between(started, calendar.plus(started, WorkingDuration.parse(duration)));
    }

    private Instant past(WorkingCalendar calendar, WorkingDuration time) {
        var at = calendar.plus(started, time);
        for (var stop : stops) {
            if (stop.since().isBefore(at)) {
                at = calendar.plus(at, WorkingDuration.of(calendar.between(stop.since(), stop.until())));
            }
        }
        return at;
    }

    /** Another time that began with some other thing and stands still with this clock, for example that of a timer. */
    TaskClock with(Instant begun, String time) {
        return new TaskClock(taskId, calendar, begun, time, stops);
    }

    Duration stopped(WorkingCalendar calendar) {
        return stops.stream()
                .map(stop -> calendar.between(stop.since(), stop.until()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
