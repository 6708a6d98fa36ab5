package esop.workflow.form;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service, which lets nothing past a task's form and nobody at a
 * colleague's task, whoever asks: our own API, Tasklist, or code. */
public final class CheckedTaskService extends TaskServiceImpl {

    private final TaskForms forms;
    private final CompletionGate gate;
    private final TaskDesk desk;

    public CheckedTaskService(TaskForms forms, CompletionGate gate, TaskDesk desk) {
        this.forms = forms;
        this.gate = gate;
        this.desk = desk;
    }

    @Override
    public void claim(String taskId, @Nullable String person) {
        commandExecutor.execute(context -> {
            OwnWork.checkClaim(context, taskId, person);
            super.claim(taskId, person);
            if (person != null) {
                inAWebApp(context, () -> desk.claimed(taskId));
            }
            return null;
        });
    }

    /** Giving back one's own task needs no more than having it. */
    @Override
    public void setAssignee(String taskId, @Nullable String person) {
        commandExecutor.execute(context -> {
            if (person == null && OwnWork.isHeldByCaller(context, taskId)) {
                context.runWithoutAuthorization(() -> {
                    super.setAssignee(taskId, null);
                    return null;
                });
                inAWebApp(context, () -> desk.givenBack(taskId));
            } else {
                super.setAssignee(taskId, person);
            }
            return null;
        });
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        completing(taskId, variables, accepted -> {
            super.complete(taskId, accepted);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return completing(
                taskId,
                variables,
                accepted -> super.completeWithVariablesInReturn(taskId, accepted, deserializeValues));
    }

    /** Given back by whoever it was delegated to, or fetched back by its owner. */
    @Override
    public void resolveTask(String taskId) {
        commandExecutor.execute(context -> {
            OwnWork.checkResolve(context, taskId);
            super.resolveTask(taskId);
            return null;
        });
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        checked(taskId, variables, accepted -> {
            super.resolveTask(taskId, accepted);
            return null;
        });
    }

    /** What the inbox asks of the engine is not the person's to ask. */
    static void inAWebApp(CommandContext context, Runnable work) {
        if (OwnWork.isThroughAWebApp(context)) {
            context.runWithoutAuthorization(() -> {
                work.run();
                return null;
            });
        }
    }

    private <T> T completing(String taskId, Map<String, Object> variables, Function<Map<String, Object>, T> command) {
        return checked(taskId, variables, accepted -> {
            var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
            if (task != null) {
                gate.check(task);
                inAWebApp(Context.getCommandContext(), () -> desk.decides(taskId));
            }
            return command.apply(accepted);
        });
    }

    private <T> T checked(String taskId, Map<String, Object> variables, Function<Map<String, Object>, T> command) {
        return commandExecutor.execute(context -> {
            var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return command.apply(variables);
            }
            OwnWork.check(context, task);
            return command.apply(forms.accepted(task, variables));
        });
    }
}
