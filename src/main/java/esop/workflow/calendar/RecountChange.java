package esop.workflow.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One due time that a changed calendar moves, or could not move.
 *
 * @param due null where it could not be moved
 * @param problem {@code past}: it can no longer be kept; {@code promise}: it lies after the date promised to the
 *     customer; {@code beyond}: the holidays of its year are not loaded; {@code busy}: somebody
 *     worked on it at every try
 */
record RecountChange(
        String taskId,
        String name,
        String nameEn,
        @Nullable String subject,
        @Nullable String customer,
        String city,
        Instant was,
        @Nullable Instant due,
        @Nullable String problem) {

    static RecountChange of(ClockedTask task, Instant due, WorkingCalendar calendar, Instant now) {
        var lost = due.isBefore(now) && !task.due().isBefore(now);
        return of(task, due, lost ? "past" : calendar.isBeyond(due) ? "beyond" : null);
    }

    /** With what the customer was promised, which never moves. */
    RecountChange against(@Nullable Instant promise) {
        var missed = promise != null && problem == null && due != null && due.isAfter(promise);
        return missed && !was.isAfter(promise)
                ? new RecountChange(taskId, name, nameEn, subject, customer, city, was, due, "promise")
                : this;
    }

    static RecountChange of(ClockedTask task, @Nullable Instant due, @Nullable String problem) {
        return new RecountChange(
                task.id(),
                task.name(),
                task.nameEn(),
                task.rootBusinessKey(),
                task.customer(),
                task.city(),
                task.due(),
                due,
                problem);
    }
}
