package esop.workflow.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a task waited for somebody else.
 *
 * @param side whose doing it was
 * @param stops whether the task's time stood still for so long
 * @param until when it goes on by itself
 */
record ClockStop(
        long id,
        String taskId,
        String cause,
        String side,
        boolean stops,
        String reason,
        String person,
        Instant since,
        Instant until,
        @Nullable Instant resumed,
        @Nullable String resumedBy) {}
