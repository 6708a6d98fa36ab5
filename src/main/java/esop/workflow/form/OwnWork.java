package esop.workflow.form;

import esop.identity.DataScope;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Who may work on a task at all the engine's grants say; that nobody works on what a colleague holds is said here. */
final class OwnWork {

    private OwnWork() {}

    /** @throws AuthorizationException unless the task is free or held by whoever asks; the engine itself is never refused */
    static void check(CommandContext context, TaskEntity task) {
        var person = context.getAuthenticatedUserId();
        if (person == null) {
            return;
        }
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(rights -> rights.checkTaskWork(task));
        if (task.getAssignee() != null && !task.getAssignee().equals(person)) {
            throw new AuthorizationException(person, "TASK_WORK", "Task", task.getId());
        }
    }

    /** @throws AuthorizationException when somebody would claim a task for somebody else */
    static void checkClaim(CommandContext context, String taskId, @Nullable String claimer) {
        var person = context.getAuthenticatedUserId();
        if (person != null && claimer != null && !claimer.equals(person)) {
            throw new AuthorizationException(person, "TASK_ASSIGN", "Task", taskId);
        }
    }

    /** @throws AuthorizationException unless whoever asks holds the delegated task or owns it */
    static void checkResolve(CommandContext context, String taskId) {
        var person = context.getAuthenticatedUserId();
        var task = context.getTaskManager().findTaskById(taskId);
        if (task != null && (person == null || !person.equals(task.getOwner()))) {
            check(context, task);
        }
    }

    /** Our own API has asked its rules before, and works for the whole province. */
    static boolean isThroughAWebApp(CommandContext context) {
        return context.getAuthenticatedUserId() != null && !DataScope.isSystem();
    }

    static boolean isHeldByCaller(CommandContext context, String taskId) {
        var person = context.getAuthenticatedUserId();
        var task = context.getTaskManager().findTaskById(taskId);
        return person != null && task != null && person.equals(task.getAssignee());
    }
}
