package esop.workflow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** Moves a task's due time in the engine, so that Tasklist agrees, and the timers that watch over the task with it. */
@Component
class TaskTimers {

    private static final Pattern WORKING_TIME = Pattern.compile("dueTime\\.after\\(execution,\\s*'(P[^']+)'\\)");
    private static final Duration THE_SAME = Duration.ofMinutes(1);

    private final TaskService tasks;
    private final ManagementService jobs;
    private final RepositoryService models;

    TaskTimers(TaskService tasks, ManagementService jobs, RepositoryService models) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.models = models;
    }

    /** @return false where there is no such task any more */
    boolean move(TaskClock clock, WorkingCalendar calendar, Instant was, Instant due) {
        var task = tasks.createTaskQuery().taskId(clock.taskId()).singleResult();
        if (task == null) {
            return false;
        }
        tasks.setDueDate(task.getId(), Date.from(due));
        jobs.createJobQuery()
                .executionId(task.getExecutionId())
                .timers()
                .list()
                .forEach(timer -> time(timer)
                        .flatMap(text -> moved(timer, text, clock, calendar, was, due))
                        .ifPresent(at -> jobs.setJobDuedate(timer.getId(), Date.from(at))));
        return true;
    }

    /** A timer in working time begins when its job was made; one that is due with the task stays so. */
    private static Optional<Instant> moved(
            Job timer, String text, TaskClock clock, WorkingCalendar calendar, Instant was, Instant due) {
        var given = WORKING_TIME.matcher(text);
        if (given.find()) {
            return Optional.of(clock.with(timer.getCreateTime().toInstant(), given.group(1))
                    .due(calendar));
        }
        var apart = Duration.between(was, timer.getDuedate().toInstant());
        return apart.abs().compareTo(THE_SAME) < 0 ? Optional.of(due.plus(apart)) : Optional.empty();
    }

    private Optional<String> time(Job timer) {
        var activity = jobs.createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return models.getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(activity)
                        instanceof BoundaryEvent event
                ? event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(definition -> ((TimerEventDefinition) definition).getTimeDate())
                        .filter(date -> date != null)
                        .map(date -> date.getTextContent())
                        .findFirst()
                : Optional.empty();
    }
}
