package esop.workflow.calendar;

import esop.workflow.calendar.EscalationTable.Rule;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EscalationRepository {

    private final JdbcClient jdbc;

    EscalationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The database's clock: nodes may disagree. */
    Instant now() {
        return jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
    }

    /** @return whether open tasks were held against another version until now */
    boolean isNew(int version) {
        return jdbc.sql("UPDATE workflow.escalation_table SET version = :version WHERE version <> :version")
                        .param("version", version)
                        .update()
                > 0;
    }

    /** @return false where this level has acted already */
    boolean add(ClockedTask task, Rule rule, String told) {
        return jdbc.sql("""
                                INSERT INTO workflow.escalation (task_id, level, round, city, action, rule, version, told)
                                VALUES (:task, :level, :round, :city, :action, :rule, :version, :told)
                                ON CONFLICT (task_id, level, round) DO NOTHING
                                """)
                        .param("task", task.id())
                        .param("level", task.level())
                        .param("round", task.round())
                        .param("city", task.city())
                        .param("action", rule.action())
                        .param("rule", rule.id())
                        .param("version", rule.version())
                        .param("told", told)
                        .update()
                > 0;
    }
}
