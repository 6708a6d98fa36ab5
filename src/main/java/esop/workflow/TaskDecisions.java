package esop.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.Decisions.Explained;
import esop.workflow.dispatch.DispatchChoice;
import esop.workflow.dispatch.Handout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out a task by the row that was found for it, and keeps why it came to its owner and its due time: table, version, matched rules,
 * inputs, who was considered. Before the index looks at the task.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TaskDecisions extends AbstractBpmnParseListener {

    static final String DISPATCH = "task-dispatch";

    /** Owner and due time are decided just before their task exists, on the same thread. */
    private final ThreadLocal<Noted> noted = new ThreadLocal<>();

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Handout handout;

    TaskDecisions(JdbcClient jdbc, ObjectMapper json, Handout handout) {
        this.jdbc = jdbc;
        this.json = json;
        this.handout = handout;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::record);
    }

    void note(String executionId, Explained decision) {
        var current = noted.get();
        if (current == null || !current.executionId().equals(executionId)) {
            current = new Noted(executionId, new LinkedHashMap<>());
            noted.set(current);
        }
        current.decisions().put(decision.decision(), decision);
    }

    private void record(DelegateTask task) {
        var current = noted.get();
        noted.remove();
        if (current == null || !current.executionId().equals(task.getExecutionId())) {
            return;
        }
        current.decisions().values().forEach(decision -> {
            var isDispatch = decision.decision().equals(DISPATCH);
            insert(
                    task.getId(),
                    decision,
                    isDispatch ? handout.give(task, decision.outputs().get(0)) : null);
        });
    }

    private void insert(String taskId, Explained decision, @Nullable DispatchChoice choice) {
        jdbc.sql("""
                        INSERT INTO workflow.task_decision (task_id, decision, version, rules, inputs, outputs, choice, at)
                        VALUES (:task, :decision, :version, :rules, :inputs::jsonb, :outputs::jsonb, :choice::jsonb, now())
                        ON CONFLICT (task_id, decision) DO NOTHING
                        """)
                .param("task", taskId)
                .param("decision", decision.decision())
                .param("version", decision.version())
                .param("rules", decision.rules().toArray(String[]::new))
                .param("inputs", json.valueToTree(decision.inputs()).toString())
                .param("outputs", json.valueToTree(decision.outputs()).toString())
                .param(
                        "choice",
                        choice == null ? null : json.valueToTree(choice).toString())
                .update();
    }

    private record Noted(String executionId, Map<String, Explained> decisions) {}
}
