package esop.workflow.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom a task may be given, as things stand at this moment.
 *
 * @param load open tasks in hand
 * @param lastInCase when they last completed a task of the same case
 * @param said what they say of themselves today: present or not
 * @param awayUntil the last day of an absence
 * @param voted whether they have decided on another level of the same matter
 */
record Candidate(
        String id,
        String name,
        int load,
        @Nullable Instant lastInCase,
        @Nullable Boolean said,
        @Nullable LocalDate awayUntil,
        boolean voted) {

    /** What one says oneself counts before an absence, and an absence before the calendar. */
    boolean isPresent(boolean workingTime) {
        return said != null ? said : awayUntil == null && workingTime;
    }
}
