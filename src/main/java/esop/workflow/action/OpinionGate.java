package esop.workflow.action;

import esop.web.Texts;
import esop.workflow.form.CompletionGate;
import esop.workflow.form.NotYetException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A task waits for the opinions asked for before it, as long as they are not overdue; a delegated one for its return. */
@Component
class OpinionGate implements CompletionGate {

    private final JdbcClient jdbc;

    OpinionGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void check(TaskEntity task) {
        if (task.getDelegationState() == DelegationState.PENDING) {
            throw new NotYetException(Texts.get("workflow.action.delegated", task.getAssignee(), task.getOwner()));
        }
        var missing =
                jdbc.sql("""
                        SELECT person.name
                        FROM workflow.task_opinion o JOIN identity.person person ON person.id = o.person
                        WHERE o.task_id = :task AND o.place = 'before' AND o.state = 'open' AND o.due > now()
                        ORDER BY o.asked
                        """).param("task", task.getId()).query(String.class).list();
        if (!missing.isEmpty()) {
            throw new NotYetException(Texts.get("workflow.action.opinions-missing", String.join("、", missing)));
        }
    }
}
