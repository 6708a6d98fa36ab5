package esop.workflow.action;

import esop.web.ConflictException;
import esop.web.Texts;
import esop.workflow.StepReopened;
import esop.workflow.inbox.Task;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where the tokens of an instance stand, and how one is put back to an earlier step. */
@Component
class Steps {

    private final RuntimeService engine;
    private final HistoryService history;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;

    Steps(RuntimeService engine, HistoryService history, TaskService tasks, ApplicationEventPublisher events) {
        this.engine = engine;
        this.history = history;
        this.tasks = tasks;
        this.events = events;
    }

    /** @throws ConflictException where a token is between two steps: what comes of it is not known yet */
    List<HistoricActivityInstance> underWay(String instanceId) {
        if (isMoving(engine.getActivityInstance(instanceId))) {
            throw new ConflictException(Texts.get("workflow.action.moving"));
        }
        return history.createHistoricActivityInstanceQuery().processInstanceId(instanceId).unfinished().list().stream()
                .filter(activity -> !activity.getActivityType().equals("subProcess"))
                .toList();
    }

    private static boolean isMoving(@Nullable ActivityInstance activity) {
        return activity != null
                && (activity.getChildTransitionInstances().length > 0
                        || Arrays.stream(activity.getChildActivityInstances()).anyMatch(Steps::isMoving));
    }

    boolean goesOn(String instanceId) {
        return engine.createProcessInstanceQuery().processInstanceId(instanceId).count() > 0;
    }

    HistoricActivityInstance ofTask(Task task) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(task.instanceId())
                .activityId(task.activity())
                .list()
                .stream()
                .filter(activity -> task.id().equals(activity.getTaskId()))
                .findFirst()
                .orElseThrow(() -> new ConflictException(Texts.get("workflow.action.moved-on")));
    }

    /** Ends these activities and begins the step anew; what its form said before is still there. */
    String reopen(Task task, String activity, Collection<String> instead, String reason) {
        var change = engine.createProcessInstanceModification(task.instanceId()).startBeforeActivity(activity);
        instead.forEach(change::cancelActivityInstance);
        change.setAnnotation(reason).execute();
        var again = tasks.createTaskQuery()
                .processInstanceId(task.instanceId())
                .taskDefinitionKey(activity)
                .active()
                .list();
        if (again.size() != 1) {
            throw new ConflictException(Texts.get("workflow.action.moved-on"));
        }
        events.publishEvent(new StepReopened(task.process(), activity, task.businessKey()));
        return again.get(0).getId();
    }

    /** @param person who did it before, and does it again where they still may */
    void give(String taskId, String person) {
        tasks.setAssignee(taskId, person);
    }
}
