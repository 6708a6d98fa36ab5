package esop.workflow.calendar;

import java.time.Duration;

/** A piece of a working day in minutes since midnight; both ends count as working, 1440 is 24:00. */
record Span(int starts, int ends) {

    static final int DAY = 24 * 60;

    long from() {
        return Duration.ofMinutes(starts).toNanos();
    }

    long to() {
        return Duration.ofMinutes(ends).toNanos();
    }

    boolean contains(long nano) {
        return nano >= from() && nano <= to();
    }
}
