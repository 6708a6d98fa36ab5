package esop.workflow.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Due times being counted anew because a calendar has changed.
 *
 * @param calendars the changed one and those that stand on it
 * @param everyOther also tasks of calendars that do not exist
 * @param reached the last task that was looked at
 */
record Recount(
        long id,
        String calendar,
        int revision,
        String person,
        String note,
        List<String> calendars,
        boolean everyOther,
        int total,
        int lookedAt,
        int moved,
        int failed,
        String reached,
        Instant created,
        @Nullable Instant finished) {}
