package esop.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Whose work a user task is, by the table {@code task-dispatch}: a role in the city of the process. What goes to integrators
 * goes to the people of the one that was chosen. Who of them is given it, the same row says when the task is there.
 */
@Delegate
class TaskDispatch {

    private final DecisionTables decisions;
    private final TaskDecisions taskDecisions;

    TaskDispatch(DecisionTables decisions, TaskDecisions taskDecisions) {
        this.decisions = decisions;
        this.taskDecisions = taskDecisions;
    }

    public List<String> groups(DelegateExecution execution) {
        var role = decide(execution).get("role");
        var owner = "si".equals(role) ? execution.getVariable("partnerOrganization") : role;
        return List.of(owner + "@" + execution.getVariable("city"));
    }

    private Map<String, Object> decide(DelegateExecution execution) {
        var facts = TaskFacts.of(execution, "product", "action", "city");
        var explained = decisions.explain(TaskDecisions.DISPATCH, facts);
        taskDecisions.note(execution.getId(), explained);
        return explained.outputs().get(0);
    }
}
