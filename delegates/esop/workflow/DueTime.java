package esop.workflow;

import esop.workflow.calendar.TaskClocks;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * When something is due, in working time: by the table {@code due-time} for user tasks, by a given duration for timers; by whose
 * calendar says the table {@code working-calendar}.
 */
@Delegate
class DueTime {

    private final DecisionTables decisions;
    private final TaskDecisions taskDecisions;
    private final TaskClocks clocks;
    private final WorkingTime workingTime;
    private final Clock clock;

    DueTime(
            DecisionTables decisions,
            TaskDecisions taskDecisions,
            TaskClocks clocks,
            WorkingTime workingTime,
            Clock clock) {
        this.decisions = decisions;
        this.taskDecisions = taskDecisions;
        this.clocks = clocks;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    public Date of(DelegateExecution execution) {
        var due = decisions.explain("due-time", TaskFacts.of(execution, "product", "priority"));
        var work = work(execution);
        var calendar = decisions.explain("working-calendar", work.facts());
        taskDecisions.note(execution.getId(), due);
        taskDecisions.note(execution.getId(), calendar);
        var duration = (String) due.outputs().get(0).get("duration");
        return Date.from(clocks.start(execution.getId(), work, calendar, duration));
    }

    public Date after(DelegateExecution execution, String duration) {
        return Date.from(workingTime.of(work(execution)).plus(clock.instant(), duration));
    }

    private static Work work(DelegateExecution execution) {
        return new Work(
                (String) execution.getVariable("city"),
                (String) execution.getVariable("workingUnit"),
                TaskFacts.processKey(execution.getProcessDefinitionId()),
                execution.getCurrentActivityId(),
                (String) execution.getVariable("faultClass"));
    }
}
