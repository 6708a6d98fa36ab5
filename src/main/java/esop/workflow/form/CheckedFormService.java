package esop.workflow.form;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, with the same check as {@link CheckedTaskService}: this is the one Tasklist submits to. */
public final class CheckedFormService extends FormServiceImpl {

    private final TaskForms forms;
    private final CompletionGate gate;
    private final TaskDesk desk;

    public CheckedFormService(TaskForms forms, CompletionGate gate, TaskDesk desk) {
        this.forms = forms;
        this.gate = gate;
        this.desk = desk;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> values) {
        checked(taskId, values, accepted -> {
            super.submitTaskForm(taskId, accepted);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> values, boolean deserializeValues) {
        return checked(
                taskId,
                values,
                accepted -> super.submitTaskFormWithVariablesInReturn(taskId, accepted, deserializeValues));
    }

    private <T> T checked(String taskId, Map<String, Object> values, Function<Map<String, Object>, T> command) {
        return commandExecutor.execute(context -> {
            var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return command.apply(values);
            }
            OwnWork.check(context, task);
            // What is delegated is given back by this and not completed.
            if (task.getDelegationState() != DelegationState.PENDING) {
                gate.check(task);
                CheckedTaskService.inAWebApp(context, () -> desk.decides(taskId));
            }
            return command.apply(forms.accepted(task, values));
        });
    }
}
