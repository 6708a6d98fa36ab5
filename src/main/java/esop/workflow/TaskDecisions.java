package esop.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.Decisions.Explained;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps why a task came to its owner and its due time: table, version, matched rules, inputs. */
@Component
class TaskDecisions extends AbstractBpmnParseListener {

    /** Owner and due time are decided just before their task exists, on the same thread. */
    private final ThreadLocal<Noted> noted = new ThreadLocal<>();

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TaskDecisions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(
                        TaskListener.EVENTNAME_CREATE, task -> record(task.getExecutionId(), task.getId()));
    }

    void note(String executionId, Explained decision) {
        var current = noted.get();
        if (current == null || !current.executionId().equals(executionId)) {
            current = new Noted(executionId, new LinkedHashMap<>());
            noted.set(current);
        }
        current.decisions().put(decision.decision(), decision);
    }

    private void record(String executionId, String taskId) {
        var current = noted.get();
        noted.remove();
        if (current != null && current.executionId().equals(executionId)) {
            current.decisions().values().forEach(decision -> insert(taskId, decision));
        }
    }

    private void insert(String taskId, Explained decision) {
        jdbc.sql("""
                        INSERT INTO workflow.task_decision (task_id, decision, version, rules, inputs, outputs, at)
                        VALUES (:task, :decision, :version, :rules, :inputs::jsonb, :outputs::jsonb, now())
                        ON CONFLICT (task_id, decision) DO NOTHING
                        """)
                .param("task", taskId)
                .param("decision", decision.decision())
                .param("version", decision.version())
                .param("rules", decision.rules().toArray(String[]::new))
                .param("inputs", json.valueToTree(decision.inputs()).toString())
                .param("outputs", json.valueToTree(decision.outputs()).toString())
                .update();
    }

    private record Noted(String executionId, Map<String, Explained> decisions) {}
}
