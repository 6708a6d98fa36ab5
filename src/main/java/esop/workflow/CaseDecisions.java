package esop.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.Decisions.Explained;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why a case has come to whoever has it: kept when it is decided, shown with each task that follows from it. */
@Component
public class CaseDecisions {

    private final TaskDecisions taskDecisions;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseDecisions(TaskDecisions taskDecisions, JdbcClient jdbc, ObjectMapper json) {
        this.taskDecisions = taskDecisions;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In place of what the same table said of the case before. */
    public void keep(String caseId, Explained decision) {
        jdbc.sql("""
                        INSERT INTO workflow.case_decision (case_id, decision, explained)
                        VALUES (:case, :decision, :explained::jsonb)
                        ON CONFLICT (case_id, decision) DO UPDATE SET explained = EXCLUDED.explained, at = now()
                        """)
                .param("case", caseId)
                .param("decision", decision.decision())
                .param("explained", json.valueToTree(decision).toString())
                .update();
    }

    /** Says of the task that is about to be made that this decision has given it to its group. */
    public void show(DelegateExecution execution, String caseId, String decision) {
        jdbc.sql("""
                        SELECT explained FROM workflow.case_decision WHERE case_id = :case AND decision = :decision
                        """)
                .param("case", caseId)
                .param("decision", decision)
                .query(String.class)
                .optional()
                .ifPresent(explained -> taskDecisions.note(execution.getId(), read(explained)));
    }

    private Explained read(String explained) {
        try {
            return json.readValue(explained, Explained.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("workflow.case_decision", broken);
        }
    }
}
