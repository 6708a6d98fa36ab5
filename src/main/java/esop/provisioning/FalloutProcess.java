package esop.provisioning;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the application tells {@code fallout.bpmn}; its business key is the fallout's id. */
@Component
class FalloutProcess {

    static final String KEY = "fallout";
    static final String ANSWERED = "FalloutAnswered";

    static final String TASK = "resolveFallout";
    static final String PAUSE = "waitBeforeRetry";

    private final RuntimeService engine;
    private final TaskService tasks;
    private final ManagementService jobs;

    FalloutProcess(RuntimeService engine, TaskService tasks, ManagementService jobs) {
        this.engine = engine;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    /** The person who has taken it upon themselves. */
    Optional<String> holder(String falloutId) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceBusinessKey(falloutId)
                        .taskDefinitionKey(TASK)
                        .singleResult())
                .map(Task::getAssignee);
    }

    /** Ends the pause before a planned retry; false where there is none. */
    boolean endPause(String falloutId) {
        var pauses = engine.createProcessInstanceQuery().processInstanceBusinessKey(falloutId, KEY).list().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).activityId(PAUSE).list().stream())
                .toList();
        pauses.forEach(pause -> jobs.setJobDuedate(pause.getId(), new Date(0)));
        return !pauses.isEmpty();
    }

    /** Whether it waits for a person. */
    boolean isResolving(String falloutId) {
        return engine.createExecutionQuery()
                        .processInstanceBusinessKey(falloutId)
                        .messageEventSubscriptionName(ANSWERED)
                        .count()
                > 0;
    }

    void answered(String falloutId) {
        engine.createMessageCorrelation(ANSWERED)
                .processInstanceBusinessKey(falloutId)
                .correlateExclusively();
    }
}
