package esop.workflow.inbox;

import esop.identity.Person;
import esop.web.ConflictException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 职责分离: whoever has decided on one level of a matter, in whichever name, decides on no other one; nor does anybody in whose name it was
 * put forward. Which steps are levels says the table {@code task-actions}; nothing is asked of others.
 */
@Component
public class EarlierVoters {

    private final TaskRules rules;
    private final JdbcClient jdbc;

    EarlierVoters(TaskRules rules, JdbcClient jdbc) {
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** Those who may not decide on a task that begins; null where it is no level of a decision. */
    public @Nullable List<String> of(DelegateTask task) {
        var execution = (ExecutionEntity) task.getExecution();
        if (!rules.separatesVotes(execution.getProcessDefinition().getKey(), task.getTaskDefinitionKey())) {
            return null;
        }
        var caller = execution.getProcessInstance().getSuperExecution();
        return jdbc.sql("""
                        SELECT DISTINCT voter.person
                        FROM workflow.closed_task c
                        CROSS JOIN LATERAL (
                            VALUES (CASE WHEN c.instance_id = :instance THEN c.closed_by END), (c.acting_for)) AS voter (person)
                        WHERE c.instance_id IN (:instance, :caller) AND c.kind = 'task' AND c.outcome = 'completed'
                          AND voter.person IS NOT NULL
                          AND NOT EXISTS (
                                SELECT 1 FROM workflow.task_event e WHERE e.task_id = c.task_id AND e.change = 'taken-back')
                        """)
                .param("instance", task.getProcessInstanceId())
                .param("caller", caller == null ? "" : caller.getProcessInstanceId())
                .query(String.class)
                .list();
    }

    /** The table's reason against it, where one of the two has decided before. */
    public Optional<String> refusal(Task task, Person person, Optional<Person> principal) {
        var before = of(task);
        return before.contains(person.id())
                        || before.contains(principal.orElse(person).id())
                ? Optional.of(rules.of(task, person, TaskAction.SECOND_VOTE).because())
                : Optional.empty();
    }

    /** @throws ConflictException with the table's reason, where one of the two has decided before */
    public void check(Task task, Person person, Optional<Person> principal) {
        refusal(task, person, principal).ifPresent(why -> {
            throw new ConflictException(why);
        });
    }

    List<String> of(Task task) {
        return task.isOpinion() || !rules.separatesVotes(task.process(), task.activity())
                ? List.of()
                : jdbc.sql("SELECT unnest(barred) FROM workflow.open_task WHERE task_id = :task")
                        .param("task", task.id())
                        .query(String.class)
                        .list();
    }
}
