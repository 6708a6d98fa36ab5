package esop.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of a business object, for whoever ends the processes they belong to. */
@Component
public class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .forEach(task -> jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:task, 0))")
                        .param("task", task)
                        .query((row, number) -> number)
                        .list());
    }
}
