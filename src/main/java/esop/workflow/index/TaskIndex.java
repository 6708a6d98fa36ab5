package esop.workflow.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.Family;
import esop.workflow.form.TaskForms;
import esop.workflow.inbox.EarlierVoters;
import esop.workflow.live.Broadcast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
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
    private final TaskForms forms;
    private final EarlierVoters voters;
    private final Broadcast updates;

    TaskIndex(JdbcClient jdbc, ObjectMapper json, TaskForms forms, EarlierVoters voters, Broadcast updates) {
        this.jdbc = jdbc;
        this.json = json;
        this.forms = forms;
        this.voters = voters;
        this.updates = updates;
    }

    void created(DelegateTask task, String nameEn) {
        var execution = (ExecutionEntity) task.getExecution();
        if (Family.inherited(execution, "priority") instanceof Number priority) {
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
        document.put("root_id", execution.getRootProcessInstanceId());
        document.put("started_by", InstanceMoves.current().startedBy(execution.getRootProcessInstanceId()));
        document.put("business_key", execution.getProcessInstance().getBusinessKey());
        document.put("root_business_key", Family.rootBusinessKey(execution));
        document.put("subject", Family.inherited(execution, "productName"));
        var subjectEn = Family.inherited(execution, "productNameEn");
        document.put("subject_en", subjectEn != null ? subjectEn : document.get("subject"));
        document.put("customer_id", Family.inherited(execution, "customerId"));
        document.put("customer_name", Family.inherited(execution, "customerName"));
        document.put("city", Family.city(execution));
        document.put("amount", amount(Family.inherited(execution, "amount")));
        document.put("candidate_groups", groups(task));
        document.put("barred", voters.of(task));
        document.put("assignee", task.getAssignee());
        document.put("due", due(task).toString());
        document.put("priority", task.getPriority());
        document.put("facts", forms.facts((TaskEntity) task));
        jdbc.sql("SELECT workflow.task_created(:document::jsonb)")
                .param("document", json.valueToTree(document).toString())
                .query((row, number) -> number)
                .list();
        announce(task, "created");
    }

    void changed(DelegateTask task) {
        var change = jdbc.sql("""
                        SELECT workflow.task_changed(
                            :id, :assignee, :owner, :delegated, :due, :followUp, :priority, :groups, :facts, :actor)
                        """)
                .param("id", task.getId())
                .param("assignee", task.getAssignee(), Types.VARCHAR)
                .param("owner", task.getOwner(), Types.VARCHAR)
                .param("delegated", ((TaskEntity) task).getDelegationState() == DelegationState.PENDING)
                .param("due", due(task).atOffset(ZoneOffset.UTC))
                .param("followUp", followUp(task))
                .param("priority", task.getPriority())
                .param("groups", groups(task).toArray(String[]::new))
                .param("facts", forms.facts((TaskEntity) task))
                .param("actor", EngineActor.current(), Types.VARCHAR)
                .query(String.class)
                .optional();
        change.ifPresent(text -> announce(task, text));
    }

    void closed(DelegateTask task, String outcome) {
        jdbc.sql("SELECT workflow.task_closed(:id, :outcome, :actor, :facts)")
                .param("id", task.getId())
                .param("facts", outcome.equals("completed") ? forms.facts((TaskEntity) task) : null, Types.VARCHAR)
                .param("outcome", outcome)
                .param("actor", EngineActor.current(), Types.VARCHAR)
                .query((row, number) -> number)
                .list();
        announce(task, outcome);
    }

    private void announce(DelegateTask task, String change) {
        InstanceIndex.announceOrder((ExecutionEntity) task.getExecution(), updates);
        updates.taskChanged(task.getId(), change, Family.city(task.getExecution()), groups(task), task.getAssignee());
    }

    /** What the process says its decision is about, in yuan. */
    private static @Nullable BigDecimal amount(@Nullable Object said) {
        try {
            return said == null ? null : new BigDecimal(said.toString()).setScale(2, RoundingMode.HALF_UP);
        } catch (NumberFormatException noSum) {
            return null;
        }
    }

    private static Instant due(DelegateTask task) {
        Date due = task.getDueDate();
        return due == null ? NEVER : due.toInstant();
    }

    private static @Nullable OffsetDateTime followUp(DelegateTask task) {
        Date from = task.getFollowUpDate();
        return from == null ? null : from.toInstant().atOffset(ZoneOffset.UTC);
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
    }
}
