package esop.workflow;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of a business object, for whoever shows them, or ends the processes they belong to. */
@Component
public class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that is open now.
     *
     * @param assignee who has it; nobody while it lies with its groups
     */
    public record OpenTask(
            String id,
            String activity,
            List<String> groups,
            @Nullable String assignee,
            Instant due) {}

    /** By the key of the object; of several tasks the one that is due first. */
    @Transactional(readOnly = true)
    public Map<String, OpenTask> first(Collection<String> rootBusinessKeys) {
        var found = new HashMap<String, OpenTask>();
        jdbc.sql("""
                        SELECT root_business_key, task_id, activity, candidate_groups, assignee, due
                          FROM workflow.open_task
                         WHERE root_business_key = ANY (:roots)
                         ORDER BY due, task_id
                        """)
                .param("roots", rootBusinessKeys.toArray(String[]::new))
                .query((row, number) -> found.putIfAbsent(
                        row.getString("root_business_key"),
                        new OpenTask(
                                row.getString("task_id"),
                                row.getString("activity"),
                                Arrays.asList((String[])
                                        row.getArray("candidate_groups").getArray()),
                                row.getString("assignee"),
                                row.getTimestamp("due").toInstant())))
                .list();
        return found;
    }

    /**
     * Waits for people who are just completing one of them, and lets nobody do so until the end of the caller's transaction: by the lock
     * that the inbox takes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String rootBusinessKey) {
        jdbc.sql("SELECT task_id FROM workflow.open_task WHERE root_business_key = :root ORDER BY task_id")
                .param("root", rootBusinessKey)
                .query(String.class)
                .list()
                .forEach(this::holdOne);
    }

    /** The same of one task. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOne(String taskId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:task, 0))")
                .param("task", taskId)
                .query((row, number) -> number)
                .list();
    }
}
