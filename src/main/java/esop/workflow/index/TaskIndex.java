package esop.workflow.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.live.Broadcast;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code workflow.open_task} and what hangs on it, in the transaction in which the engine changes the task. */
@Component
class TaskIndex {

    /** For a task without due time; the model tests let none through. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Broadcast updates;

    TaskIndex(JdbcClient jdbc, ObjectMapper json, Broadcast updates) {
        this.jdbc = jdbc;
        this.json = json;
        this.updates = updates;
    }

    void created(DelegateTask task, String nameEn) {
        var execution = (ExecutionEntity) task.getExecution();
        if (InstanceIndex.inherited(execution, "priority") instanceof Number priority) {
            task.setPriority(priority.intValue());
        }
        var document = new HashMap<String, @Nullable Object>();
        document.put("task_id", task.getId());
        document.put("activity", task.getTaskDefinitionKey());
        document.put("name", task.getName());
        document.put("name_en", nameEn);
        document.put("process", execution.getProcessDefinition().getKey());
        document.put("process_name", execution.getProcessDefinition().getName());
        document.put("process_name_en", execution.getProcessDefinition().getProperty("en"));
        document.put("instance_id", task.getProcessInstanceId());
        document.put("business_key", execution.getProcessInstance().getBusinessKey());
        document.put("root_business_key", InstanceIndex.rootBusinessKey(execution));
        document.put("subject", InstanceIndex.inherited(execution, "productName"));
        var subjectEn = InstanceIndex.inherited(execution, "productNameEn");
        document.put("subject_en", subjectEn != null ? subjectEn : document.get("subject"));
        document.put("customer_id", InstanceIndex.inherited(execution, "customerId"));
        document.put("customer_name", InstanceIndex.inherited(execution, "customerName"));
        document.put("city", InstanceIndex.city(execution));
        document.put("candidate_groups", groups(task));
        document.put("assignee", task.getAssignee());
        document.put("due", due(task).toString());
        document.put("priority", task.getPriority());
        jdbc.sql("SELECT workflow.task_created(:document::jsonb)")
                .param("document", json.valueToTree(document).toString())
                .query((row, number) -> number)
                .list();
        announce(task, "created");
    }

    void changed(DelegateTask task) {
        var change = jdbc.sql("SELECT workflow.task_changed(:id, :assignee, :due, :priority, :groups, :actor)")
                .param("id", task.getId())
                .param("assignee", task.getAssignee())
                .param("due", due(task).atOffset(ZoneOffset.UTC))
                .param("priority", task.getPriority())
                .param("groups", groups(task).toArray(String[]::new))
                .param("actor", EngineActor.current())
                .query(String.class)
                .optional();
        change.ifPresent(text -> announce(task, text));
    }

    void closed(DelegateTask task, String outcome) {
        jdbc.sql("SELECT workflow.task_closed(:id, :outcome, :actor)")
                .param("id", task.getId())
                .param("outcome", outcome)
                .param("actor", EngineActor.current())
                .query((row, number) -> number)
                .list();
        announce(task, outcome);
    }

    private void announce(DelegateTask task, String change) {
        InstanceIndex.announceOrder((ExecutionEntity) task.getExecution(), updates);
        updates.taskChanged(
                task.getId(), change, InstanceIndex.city(task.getExecution()), groups(task), task.getAssignee());
    }

    private static Instant due(DelegateTask task) {
        Date due = task.getDueDate();
        return due == null ? NEVER : due.toInstant();
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
    }
}
