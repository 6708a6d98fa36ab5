package esop.provisioning;

import esop.systems.Step;
import esop.workflow.OpenTasks;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** What the application tells {@code partner-work.bpmn}; its business key is the key of the step. */
@Component
class PartnerWorkProcess {

    static final String KEY = "partner-work";
    private static final String STOPPED = "WorkStopped";

    private final RuntimeService engine;
    private final TaskService tasks;
    private final OpenTasks openTasks;

    PartnerWorkProcess(RuntimeService engine, TaskService tasks, OpenTasks openTasks) {
        this.engine = engine;
        this.tasks = tasks;
        this.openTasks = openTasks;
    }

    /** Waits for whoever of its people is just answering this step, and lets nobody do so meanwhile. */
    void hold(Step asked) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(asked.key())
                .list()
                .forEach(task -> openTasks.holdOne(task.getId()));
    }

    /** Takes the task back that its people have, where they have one. */
    void stopped(Step dispatched) {
        var working = engine.createExecutionQuery()
                .processInstanceBusinessKey(dispatched.key())
                .messageEventSubscriptionName(STOPPED)
                .count();
        if (working > 0) {
            engine.createMessageCorrelation(STOPPED)
                    .processInstanceBusinessKey(dispatched.key())
                    .correlateExclusively();
        }
    }
}
