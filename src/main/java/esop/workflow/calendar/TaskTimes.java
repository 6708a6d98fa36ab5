package esop.workflow.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.calendar.TaskClock.Stop;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The working time of tasks in a list: its clock is read with the task, and counted by the calendars that are known anyway. */
@Component
public class TaskTimes {

    /** To be read beside the columns of an open task {@code t}. */
    public static final String CLOCK = """
            (SELECT jsonb_build_object(
                 'calendar', k.calendar, 'started', k.started, 'duration', k.duration,
                 'stop', (SELECT jsonb_build_object('since', s.since, 'until', s.until) FROM workflow.clock_stop s
                          WHERE s.task_id = k.task_id AND s.resumed IS NULL AND s.stops))
             FROM workflow.task_clock k WHERE k.task_id = t.task_id) AS clock
            """;

    private final Calendars calendars;
    private final ObjectMapper json;
    private final Clock clock;

    TaskTimes(Calendars calendars, ObjectMapper json, Clock clock) {
        this.calendars = calendars;
        this.json = json;
        this.clock = clock;
    }

    /** @param clock as {@link #CLOCK} gives it; null for a date that was promised */
    public @Nullable TaskTime of(String taskId, @Nullable String clock, Instant due) {
        if (clock == null) {
            return null;
        }
        var read = read(clock);
        var counted = new TaskClock(taskId, read.calendar(), read.started(), read.duration(), List.of());
        return TaskTime.of(counted, calendars.current().of(read.calendar()), due, read.stop(), this.clock.instant());
    }

    private Read read(String clock) {
        try {
            return json.readValue(clock, Read.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("not what was read", broken);
        }
    }

    private record Read(
            String calendar,
            Instant started,
            String duration,
            @Nullable Stop stop) {}
}
