package esop.workflow.calendar;

import esop.workflow.Decisions.Explained;
import esop.workflow.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Starts the clock of each task whose due time is counted, and keeps by what. */
@Component
public class TaskClocks extends AbstractBpmnParseListener {

    private record Started(String executionId, String city, TaskClock clock, Instant due) {}

    /** The due time is asked for just before its task exists, on the same thread. */
    private final ThreadLocal<Started> started = new ThreadLocal<>();

    private final Calendars calendars;
    private final CalendarChoice choice;
    private final TaskClockRepository repository;
    private final Clock clock;

    TaskClocks(Calendars calendars, CalendarChoice choice, TaskClockRepository repository, Clock clock) {
        this.calendars = calendars;
        this.choice = choice;
        this.repository = repository;
        this.clock = clock;
    }

    /** @param decision of the table {@code working-calendar} about this work */
    public Instant start(String executionId, Work work, Explained decision, String duration) {
        var calendar = choice.of(work, decision);
        var begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var counted = new TaskClock("", calendar, begun, duration, List.of());
        var due = counted.due(calendars.current().of(calendar));
        started.set(new Started(executionId, Objects.requireNonNullElse(work.city(), "-"), counted, due));
        return due;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(
                        TaskListener.EVENTNAME_CREATE, task -> keep(task.getExecutionId(), task.getId()));
    }

    private void keep(String executionId, String taskId) {
        var current = started.get();
        started.remove();
        if (current != null && current.executionId().equals(executionId)) {
            var counted = current.clock();
            repository.add(
                    new TaskClock(taskId, counted.calendar(), counted.started(), counted.duration(), List.of()),
                    current.city(),
                    current.due());
        }
    }
}
