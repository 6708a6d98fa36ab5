package esop.workflow;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** When something is due, in working time: by the table {@code due-time} for user tasks, by a given duration for timers. */
@Delegate
class DueTime {

    private final DecisionTables decisions;
    private final TaskDecisions taskDecisions;
    private final WorkingTime workingTime;
    private final Clock clock;

    DueTime(DecisionTables decisions, TaskDecisions taskDecisions, WorkingTime workingTime, Clock clock) {
        this.decisions = decisions;
        this.taskDecisions = taskDecisions;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    public Date of(DelegateExecution execution) {
        var facts = TaskFacts.of(execution, "product", "priority");
        var explained = decisions.explain("due-time", facts);
        taskDecisions.note(execution.getId(), explained);
        return after(execution, (String) explained.outputs().get(0).get("duration"));
    }

    public Date after(DelegateExecution execution, String duration) {
        return Date.from(workingTime.plus(clock.instant(), duration));
    }
}
