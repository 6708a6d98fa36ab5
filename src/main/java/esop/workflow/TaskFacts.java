package esop.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** What the tables about a task look at: its process, its step and some variables, absent ones as null. */
final class TaskFacts {

    private TaskFacts() {}

    static Map<String, @Nullable Object> of(DelegateExecution execution, String... variables) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("process", processKey(execution.getProcessDefinitionId()));
        facts.put("task", execution.getCurrentActivityId());
        for (var variable : variables) {
            facts.put(variable, execution.getVariable(variable));
        }
        return facts;
    }

    /** The engine's definition ids are {@code key:version:uuid}. */
    static String processKey(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }
}
