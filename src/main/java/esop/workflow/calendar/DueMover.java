package esop.workflow.calendar;

import esop.workflow.TaskDueMoved;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts the due time of one task anew and lets everything that knows it know. */
@Component
class DueMover {

    /** @param task as it was */
    record Moved(ClockedTask task, Instant due, WorkingCalendar calendar) {}

    private final TaskClockRepository clocks;
    private final Calendars calendars;
    private final TaskTimers timers;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DueMover(
            TaskClockRepository clocks,
            Calendars calendars,
            TaskTimers timers,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.calendars = calendars;
        this.timers = timers;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @return empty where the task is closed or its due time is what it was */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Moved> move(String taskId) {
        hold(taskId);
        var task = clocks.find(taskId).orElse(null);
        if (task == null) {
            return Optional.empty();
        }
        var calendar = calendars.current().of(task.clock().calendar());
        var due = task.clock().due(calendar).truncatedTo(ChronoUnit.MILLIS);
        if (due.equals(task.due().truncatedTo(ChronoUnit.MILLIS))) {
            return Optional.empty();
        }
        if (!timers.move(task.clock(), calendar, task.due(), due)) {
            return Optional.empty();
        }
        clocks.moved(taskId, due);
        events.publishEvent(
                new TaskDueMoved(taskId, task.process(), task.activity(), task.businessKey(), task.due(), due));
        return Optional.of(new Moved(task, due, calendar));
    }

    /** The lock that the inbox takes: whoever is just completing the task is first. */
    void hold(String taskId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:task, 0))")
                .param("task", taskId)
                .query((row, number) -> number)
                .list();
    }
}
